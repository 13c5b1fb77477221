import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from './content-disposition';

describe('the header that names a download', () => {
  it('carries a Chinese name whole', () => {
    expect(contentDisposition('attachment', '初级_申报书.pdf')).toBe(
      `attachment; filename="______.pdf"; filename*=UTF-8''%E5%88%9D%E7%BA%A7_%E7%94%B3%E6%8A%A5%E4%B9%A6.pdf`,
    );
  });

  it('is one line of plain characters whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
        const header = contentDisposition('inline', name);
        expect(header).toMatch(/^inline; filename="[^"\\]*"; filename\*=UTF-8''[A-Za-z0-9\-_.!~%]*$/);
        expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header.trim());
      }),
    );
  });
});
