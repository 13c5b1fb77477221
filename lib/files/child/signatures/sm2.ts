import { createHash } from 'node:crypto';
import { child, bitsOf, oidOf } from '../asn1/der-values.ts';
import { readDer } from '../asn1/read-der.ts';

const p = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const a = p - 3n;
const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const g = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};

/** The curve of GB/T 32918.5; its keys are known by it. */
const curve = '1.2.156.10197.1.301';
/** What GM/T 0009 sets for a signer who has no identifier of his own. */
const signerId = Buffer.from('1234567812345678', 'latin1');

interface Point {
  x: bigint;
  y: bigint;
}

export const isSm2Key = (spki: Uint8Array): boolean => {
  const [, parameters] = child(readDer(spki), 0).children;
  return parameters?.tag === 0x06 && oidOf(parameters) === curve;
};

/**
 * Verifies a signature of GB/T 32918.2 with SM3. Node's own crypto signs and verifies on this curve by ECDSA, which is
 * another scheme. Only public values are handled here, so that time tells nothing.
 */
export function verifySm2(spki: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  const key = keyOf(spki);
  const [r, s] = readDer(signature).children.map(({ content }) => numberOf(content));
  if (!key || r === undefined || s === undefined) return false;
  if (r < 1n || r >= n || s < 1n || s >= n) return false;
  const t = mod(r + s, n);
  if (t === 0n) return false;
  const point = add(times(g, s), times(key, t));
  return point !== null && mod(numberOf(digestOf(key, data)) + point.x, n) === r;
}

/** SM3 over the signer's identifier, the curve and his key, and then over that and the data. */
function digestOf(key: Point, data: Uint8Array): Uint8Array {
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(signerId.length * 8);
  const z = sm3([bits, signerId, ...[a, b, g.x, g.y, key.x, key.y].map(bytesOf)]);
  return sm3([z, data]);
}

function sm3(parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function keyOf(spki: Uint8Array): Point | null {
  const bits = bitsOf(child(readDer(spki), 1));
  if (bits.length !== 65 || bits[0] !== 4) return null;
  const [x, y] = [numberOf(bits.subarray(1, 33)), numberOf(bits.subarray(33))];
  const isOnCurve = x < p && y < p && mod(y * y - (x * x * x + a * x + b), p) === 0n;
  return isOnCurve ? { x, y } : null;
}

function times(point: Point, factor: bigint): Point | null {
  let sum: Point | null = null;
  let doubled: Point | null = point;
  for (let left = factor; left > 0n; left >>= 1n) {
    if (left & 1n) sum = add(sum, doubled);
    doubled = add(doubled, doubled);
  }
  return sum;
}

/** Null is the point at infinity. */
function add(one: Point | null, other: Point | null): Point | null {
  if (!one) return other;
  if (!other) return one;
  if (one.x === other.x && mod(one.y + other.y, p) === 0n) return null;
  const slope =
    one.x === other.x ? (3n * one.x * one.x + a) * inverse(2n * one.y) : (other.y - one.y) * inverse(other.x - one.x);
  const x = mod(slope * slope - one.x - other.x, p);
  return { x, y: mod(slope * (one.x - x) - one.y, p) };
}

function inverse(value: bigint): bigint {
  let [low, high, factor, next] = [mod(value, p), p, 1n, 0n];
  while (low > 1n) {
    const quotient = high / low;
    [low, high] = [high - quotient * low, low];
    [factor, next] = [next - quotient * factor, factor];
  }
  return mod(factor, p);
}

const mod = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (value: bigint): Uint8Array => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
