import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageCode, writePageCode } from '@/lib/documents/application-form/page-code';
import { readListCode, writeListCode } from './list-code';

const key = new Uint8Array(32).fill(3);
const other = new Uint8Array(32).fill(4);
const code = { packetNumber: 'AB23CD45', page: 2, pages: 3 };

describe('the code of a 盖章清单', () => {
  it('says which sheet of which list this is', () => {
    expect(readListCode(writeListCode(code, key), key)).toEqual(code);
  });

  it('is taken only as we printed it, whatever is changed', () => {
    const text = writeListCode(code, key);
    expect(readListCode(text, other)).toBeNull();
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0123456789ABCXYZ.'), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        expect(readListCode(changed, key)).toEqual(changed === text ? code : null);
      }),
    );
  });

  it('is never a page of a form, and no page of a form is one', () => {
    const page = writePageCode({ applicationNumber: 'JS24C00000001', version: 1, page: 1, pages: 7, digest: '0123ABCD' }, key);
    expect(readListCode(page, key)).toBeNull();
    expect(readPageCode(writeListCode(code, key), key)).toBeNull();
  });
});
