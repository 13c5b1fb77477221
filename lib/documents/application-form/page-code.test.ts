import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageDigest, readableCode, readPageCode, writePageCode } from '@/lib/documents/application-form/page-code';

const pageKey = Buffer.from('a key for tests, thirty-two long');

const codes = fc
  .record({
    applicationNumber: fc.stringMatching(/^[A-Z0-9-]{1,16}$/),
    version: fc.integer({ min: 1, max: 99 }),
    pages: fc.integer({ min: 1, max: 99 }),
    place: fc.nat(),
    printed: fc.string(),
  })
  .map(({ applicationNumber, version, pages, place, printed }) => {
    const digest = pageDigest({ applicationNumber, printed, pageKey });
    return { applicationNumber, version, page: 1 + (place % pages), pages, digest };
  });

describe('page code', () => {
  it('reads back what was written, from the code and from its letters with spaces', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const text = writePageCode(code, pageKey);
        const { header, letters } = readableCode(text);
        expect(readPageCode(text, pageKey)).toEqual(code);
        expect(readPageCode(` ${header}　\n${letters} `, pageKey)).toEqual(code);
      }),
    );
  });

  it('keeps to the 47 characters that the measured size of code can hold', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(writePageCode(code, pageKey)).toMatch(/^[A-Z0-9.-]{1,47}$/);
      }),
    );
  });

  it('refuses any change of one character', () => {
    const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-'.split('');
    fc.assert(
      fc.property(codes, fc.nat(), fc.constantFrom(...characters), (code, place, character) => {
        const text = writePageCode(code, pageKey);
        const at = place % text.length;
        fc.pre(text[at] !== character);
        expect(readPageCode(`${text.slice(0, at)}${character}${text.slice(at + 1)}`, pageKey)).toBeNull();
        expect(readPageCode(`${text.slice(0, at)}${text.slice(at + 1)}`, pageKey)).toBeNull();
        expect(readPageCode(`${text.slice(0, at)}${character}${text.slice(at)}`, pageKey)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a code made with another key', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const otherKey = Buffer.from('another key, not ours at all ....');
        expect(readPageCode(writePageCode(code, otherKey), pageKey)).toBeNull();
      }),
    );
  });

  it.each(['', 'S1', 'https://example.org/S1', 'S1.A.1.2.1.00000000', 'S2.A.1.1.1.0000000000000000'])(
    'answers null to %j, which is no code of ours',
    (text) => {
      expect(readPageCode(text, pageKey)).toBeNull();
    },
  );

  it('tells two contents apart and does not depend on the version', () => {
    const digestOf = (printed: string) => pageDigest({ applicationNumber: 'JS-1', printed, pageKey });
    expect(digestOf('三')).toBe(digestOf('三'));
    expect(digestOf('三')).not.toBe(digestOf('五'));
  });
});
