/** Less is not worth keeping. */
const leastKept = 65_536;

let idle = new Map<number, ArrayBuffer[]>();
let lent: ArrayBuffer[] | null = null;

/**
 * Lets what is done for one sheet use the memory of the sheet before: giving it back to the system and asking for it
 * anew takes longer than filling it. No raster that is made meanwhile may be used afterwards.
 */
export async function withSheetMemory<Result>(work: () => Promise<Result>): Promise<Result> {
  lent = [];
  try {
    return await work();
  } finally {
    idle = Map.groupBy(lent, ({ byteLength }) => byteLength);
    lent = null;
  }
}

export const forgetSheetMemory = (): void => idle.clear();

export const zeroedBytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(zeroed(length));
export const zeroedShorts = (length: number): Uint16Array<ArrayBuffer> => new Uint16Array(zeroed(2 * length));
export const zeroedWords = (length: number): Uint32Array<ArrayBuffer> => new Uint32Array(zeroed(4 * length));

function zeroed(byteLength: number): ArrayBuffer {
  if (!lent || byteLength < leastKept) return new ArrayBuffer(byteLength);
  const kept = idle.get(byteLength)?.pop();
  if (kept) new Uint8Array(kept).fill(0);
  const buffer = kept ?? new ArrayBuffer(byteLength);
  lent.push(buffer);
  return buffer;
}
