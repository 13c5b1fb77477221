let bytesOf: Map<string, Buffer> | undefined;

/** The platform only reads this encoding; the table for writing is made from what it reads. */
export function gbk(text: string): Buffer {
  bytesOf ??= table();
  const signs = bytesOf;
  return Buffer.concat([...text].map((sign) => (sign < '\u0080' ? Buffer.from(sign) : (signs.get(sign) ?? Buffer.from('?')))));
}

function table(): Map<string, Buffer> {
  const decoder = new TextDecoder('gbk');
  const signs = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const sign = decoder.decode(bytes);
      if ([...sign].length === 1 && sign !== '\uFFFD') signs.set(sign, bytes);
    }
  }
  return signs;
}
