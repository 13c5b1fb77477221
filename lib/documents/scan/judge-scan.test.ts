import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePageCode } from '@/lib/documents/application-form/page-code';
import { type IssuedForm, judgeScan } from './judge-scan';
import { readPages, type ScannedFile } from './read-pages';

const key = new Uint8Array(32).fill(7);
const form: IssuedForm = { applicationNumber: 'JS2024000123', version: 2, pages: 4 };

const codeOf = (page: number, { applicationNumber = form.applicationNumber, version = form.version, pages = form.pages } = {}) =>
  writePageCode({ applicationNumber, version, page, pages, digest: '0123ABCD' }, key);

const scan = (pageCodes: string[][], name = '扫描件.pdf'): ScannedFile => ({ id: name, name, pages: pageCodes.length, pageCodes });
const judged = (...files: ScannedFile[]) => judgeScan(readPages(files, key), form);
const all = [1, 2, 3, 4].map((page) => [codeOf(page)]);

describe('a stamped scan', () => {
  it('is complete when every page was read, in whatever order and number of files', () => {
    const verdict = judged(scan([[codeOf(4), codeOf(4)], [codeOf(2)]]), scan([[codeOf(1)], [codeOf(3)]], '第二个.pdf'));
    expect(verdict).toMatchObject({ outcome: 'complete', missing: [], unread: [], repeated: [] });
  });

  it('is complete when two pages lie on one sheet', () => {
    expect(judged(scan([[codeOf(1), codeOf(2)], [codeOf(3), codeOf(4)]])).outcome).toBe('complete');
  });

  it('names the pages that are missing', () => {
    const verdict = judged(scan([[codeOf(1)], [codeOf(3)]]));
    expect(verdict).toMatchObject({ outcome: 'refused', sentence: '申报书共 4 页，没有找到第 2、4 页，请补齐后再提交。' });
  });

  it('of an older version is refused and says which one to print', () => {
    const verdict = judged(scan([1, 2, 3, 4].map((page) => [codeOf(page, { version: 1 })])));
    expect(verdict).toMatchObject({
      outcome: 'refused',
      sentence: '这份扫描件是第 1 版申报书，当前的申报书是第 2 版，请打印第 2 版，签字盖章后重新上传。',
    });
  });

  it('with one page of an older version among the right ones is refused', () => {
    expect(judged(scan([...all, [codeOf(1, { version: 1 })]]))).toMatchObject({ outcome: 'refused' });
  });

  it("with somebody else's page is refused and names the sheet", () => {
    const verdict = judged(scan([...all, [codeOf(1, { applicationNumber: 'JS2024000999' })]]));
    expect(verdict).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('“扫描件.pdf”第 5 张是另一份申报书') });
    expect(verdict).not.toMatchObject({ sentence: expect.stringContaining('JS2024000999') });
  });

  it('goes to people when an unread sheet may be the missing page', () => {
    const verdict = judged(scan([[codeOf(1)], [], [codeOf(3)], [codeOf(4)]]));
    expect(verdict).toMatchObject({ outcome: 'people_look', missing: [2], unread: [{ fileName: '扫描件.pdf', sheet: 2 }] });
    expect(verdict.notes.join('')).toContain('“扫描件.pdf”第 2 张没有读出编码');
  });

  it('of which nothing was read goes to people when the sheets are enough, and is refused when they are not', () => {
    expect(judged(scan([[], [], [], []])).outcome).toBe('people_look');
    expect(judged(scan([[], []]))).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('页数不够') });
  });

  it('takes no code that we did not issue', () => {
    const forged = codeOf(2).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(judged(scan([[codeOf(1)], [forged], [codeOf(3)], [codeOf(4)]]))).toMatchObject({ outcome: 'people_look', missing: [2] });
    expect(judged(scan([['https://example.com'], ...all]))).toMatchObject({ outcome: 'complete' });
  });

  it('is never complete unless every page was shown, whatever was sent', () => {
    const sheet = fc.array(fc.record({ page: fc.integer({ min: 1, max: 4 }), version: fc.integer({ min: 1, max: 3 }) }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 9 }), (sheets) => {
        const verdict = judged(scan(sheets.map((codes) => codes.map(({ page, version }) => codeOf(page, { version })))));
        const shown = new Set(sheets.flat().filter(({ version }) => version === 2).map(({ page }) => page));
        const isAllRight = sheets.flat().every(({ version }) => version === 2);
        expect(verdict.outcome === 'complete').toBe(isAllRight && shown.size === 4);
        expect(verdict.missing).toEqual([1, 2, 3, 4].filter((page) => !shown.has(page)));
        if (verdict.outcome === 'refused') expect(verdict.sentence).toMatch(/^[^。]+。$/);
      }),
      { numRuns: 500 },
    );
  });
});
