import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readTime, writeAmount, writeTime } from './wire';

describe('amounts', () => {
  it('go to the wire and back without losing a fen', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (fen) => readAmount(writeAmount(fen)) === fen), { numRuns: 2000 });
    expect([writeAmount(1), writeAmount(10_000), writeAmount(123_456_789)]).toEqual(['0.01', '100.00', '1234567.89']);
  });

  it.each(['', '100', '100.0', '100.001', '-1.00', '1e2', '1,000.00', '￥1.00', ' 1.00', '21474836.48'])('%j is none', (text) => {
    expect(readAmount(text)).toBeNull();
  });
});

describe('times', () => {
  it('are Beijing’s, wherever the server stands', () => {
    expect(writeTime(new Date('2026-11-26T16:00:00.999Z'))).toBe('2026-11-27 00:00:00');
    expect(readTime('2026-11-27 00:00:00')).toEqual(new Date('2026-11-26T16:00:00Z'));
  });

  it.each(['', '2026-11-27', '2026-13-01 00:00:00', '2026-11-27T00:00:00Z'])('%j is none', (text) => {
    expect(readTime(text)).toBeNull();
  });
});
