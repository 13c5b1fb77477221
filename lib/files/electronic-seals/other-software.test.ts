import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DerError, readDer } from '@/lib/files/child/asn1/read-der';
import { verifySm2 } from '@/lib/files/child/signatures/sm2';
import { onePage } from '@/tests/build/hostile/pdf-parts';
import { bySchool, check } from '@/tests/build/signing/sealed';
import { signMessage } from '@/tests/build/signing/sign-message';
import { signPdf } from '@/tests/build/signing/sign-pdf';

/** Signed on 25 November 2026 by software that is not ours, with keys made for it; see README.md there. */
const vector = (name: string) => readFileSync(`tests/build/signing/vectors/${name}`);
const authority = (name: string) => ({ certificate: new X509Certificate(vector(name)).raw });
const at = new Date('2026-12-01T00:00:00Z');

async function checked(name: string, anchor = 'authority.pem') {
  return check(vector(name), { anchors: [authority(anchor)], at });
}

describe('what other software has signed', () => {
  it('is valid with RSA, in a file of compressed objects', async () => {
    const { verdict, signatures } = await checked('rsa.pdf');
    expect(verdict).toBe('valid');
    expect(signatures).toMatchObject([{ signerName: '示例中学（演示）', creditCode: '91350100M000100Y43', algorithm: 'RSA / SHA-256' }]);
  });

  it('is valid with a second signature in a revision of its own', async () => {
    const { verdict, signatures } = await checked('two.pdf');
    expect(verdict).toBe('valid');
    expect(signatures.map(({ changedAfter, algorithm }) => [changedAfter, algorithm])).toEqual([
      ['allowed', 'ECDSA / SHA-256'],
      ['none', 'RSA / SHA-256'],
    ]);
  });

  it('is invalid when words were added to the page afterwards', async () => {
    expect(await checked('appended.pdf')).toMatchObject({ verdict: 'invalid', signatures: [{ changedAfter: 'forbidden', digestValid: true }] });
  });

  it('is valid with the national algorithms SM2 and SM3, up to their authority', async () => {
    const { verdict, signatures } = await checked('sm2.pdf', 'sm2-authority.pem');
    expect(verdict).toBe('valid');
    expect(signatures).toMatchObject([{ signerName: '示例国密单位（演示）', algorithm: 'SM2 / SM3', chain: 'trusted' }]);
  });

  it('is invalid with SM2 when one byte of it was changed', async () => {
    const altered = vector('sm2.pdf');
    altered.write('9', altered.indexOf('100 100 200 200 re'), 'latin1');
    expect(await check(altered, { anchors: [authority('sm2-authority.pem')], at })).toMatchObject({ verdict: 'invalid', signatures: [{ digestValid: false }] });
  });
});

describe('SM2 (GB/T 32918.2, the example of GB/T 32918.5)', () => {
  const point = '09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13';
  const key = Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d03420004${point}`, 'hex');
  const r = 'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3';
  const s = 'B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA';
  const signature = (first: string, second: string) => Buffer.from(`3046022100${first}022100${second}`, 'hex');
  const message = Buffer.from('message digest');

  it('verifies the example', () => {
    expect(verifySm2(key, message, signature(r, s))).toBe(true);
  });

  it('refuses it with any bit of message or signature changed', () => {
    const bit = (bytes: Buffer, at: number) => {
      const other = Buffer.from(bytes);
      other[at >> 3] = (other[at >> 3] ?? 0) ^ (1 << (at & 7));
      return other;
    };
    for (let at = 0; at < message.length * 8; at += 7) expect(verifySm2(key, bit(message, at), signature(r, s))).toBe(false);
    const good = signature(r, s);
    for (let at = 40; at < 290; at += 23) expect(verifySm2(key, message, bit(good, at))).toBe(false);
  });

  it('refuses numbers out of range and keys that lie on no curve', () => {
    const zero = '0'.repeat(64);
    expect(verifySm2(key, message, signature(zero, s))).toBe(false);
    expect(verifySm2(key, message, signature(r, zero))).toBe(false);
    const off = Buffer.from(key);
    off[off.length - 1] = (off.at(-1) ?? 0) ^ 1;
    expect(verifySm2(off, message, signature(r, s))).toBe(false);
  });
});

describe('values that somebody has damaged', () => {
  const message = signMessage(Buffer.from('content'), bySchool);

  it('are read or refused, and never end in anything else', () => {
    const change = fc.record({ at: fc.nat(message.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(message.length), (changes, length) => {
        const damaged = Buffer.from(message.subarray(0, length));
        for (const { at, byte } of changes) if (at < length) damaged[at] = byte;
        try {
          expect(readDer(damaged).bytes.length).toBeLessThanOrEqual(damaged.length);
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never make a signature valid', async () => {
    const sealed = signPdf(onePage(), bySchool);
    const start = sealed.indexOf('/Contents <') + '/Contents <'.length;
    await fc.assert(
      fc.asyncProperty(fc.nat(message.length * 2 - 1), fc.integer({ min: 1, max: 15 }), async (at, by) => {
        const damaged = Buffer.from(sealed);
        const digit = Number.parseInt(damaged.toString('latin1', start + at, start + at + 1), 16);
        damaged.write((digit ^ by).toString(16), start + at, 'latin1');
        const { verdict, signatures } = await check(damaged);
        // Names that nobody signed may differ: those of the certificates are signed, the version numbers are not.
        if (verdict === 'valid') expect(signatures).toMatchObject([{ signerName: '示例中学（演示）', digestValid: true, signatureValid: true }]);
      }),
      { numRuns: 300 },
    );
  });
});
