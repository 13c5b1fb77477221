import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleForm, type FiledSheet, type IssuedForm } from './assemble-form';

const morning = (minute: number) => new Date(Date.UTC(2025, 1, 10, 2, minute));
const form: IssuedForm = {
  version: 2,
  issuedAt: morning(0),
  pages: [1, 2, 3, 4].map((number) => ({ number, digest: `D${number}` })),
};

let count = 0;
function sheet(about: Partial<FiledSheet> = {}): FiledSheet {
  count += 1;
  return {
    id: `sheet-${String(count).padStart(4, '0')}`,
    fileId: `file-${String(count).padStart(4, '0')}`,
    fileName: '扫描件.pdf',
    sheet: 1,
    filing: 'FILED',
    formVersion: 2,
    digest: null,
    filedAt: morning(10),
    isVoided: false,
    namedBy: null,
    isNoOriginal: false,
    handedInWith: null,
    ...about,
  };
}
const of = (page: number, about: Partial<FiledSheet> = {}) => sheet({ digest: `D${page}`, sheet: page, ...about });
const unread = (about: Partial<FiledSheet> = {}) => sheet({ filing: 'UNREAD', formVersion: null, ...about });
const all = () => [1, 2, 3, 4].map((page) => of(page));

const assembled = (...sheets: FiledSheet[]) => assembleForm(form, sheets);
const sentenceOf = (...sheets: FiledSheet[]) => {
  const assembly = assembled(...sheets);
  return assembly.outcome === 'refused' ? assembly.sentence : null;
};

describe('the sheets of a form', () => {
  it('are complete when every page is there, in whatever order', () => {
    expect(assembled(...all().reverse())).toMatchObject({ outcome: 'complete', missing: [], unread: [], repeated: [] });
  });

  it('name the pages that are missing', () => {
    expect(sentenceOf(of(1), of(3))).toBe('申报书共 4 页，没有找到第 2、4 页，请补齐后再提交。');
  });

  it('count the newest of a page, and say that there were more', () => {
    const [first, second, ...rest] = all();
    const better = of(2, { filedAt: morning(20) });
    const assembly = assembled(...[first, second, ...rest].flatMap((one) => (one ? [one] : [])), better);
    expect(assembly.outcome).toBe('complete');
    expect(assembly.repeated).toEqual([2]);
    expect(assembly.pages[1]).toMatchObject({ sheet: { id: better.id }, older: [{ id: second?.id }] });
  });

  it('keep an unchanged page of an older version, with its stamp', () => {
    const old = [1, 2, 3].map((page) => of(page, { formVersion: 1, filedAt: morning(-60), handedInWith: 1 }));
    expect(assembled(...old, of(4))).toMatchObject({ outcome: 'complete', repeated: [] });
  });

  it('say nothing of a page that was handed in before its content changed', () => {
    const before = sheet({ digest: 'OLD', formVersion: 1, filedAt: morning(-60), handedInWith: 1 });
    expect(assembled(before, ...all())).toMatchObject({ outcome: 'complete', outdated: [] });
  });

  it('refuse a page of an older version whose content changed, and say which one to print', () => {
    const old = sheet({ digest: 'OLD', formVersion: 1 });
    expect(sentenceOf(of(1), of(2), of(3), old)).toBe(
      '有 1 张是第 1 版申报书，内容已经改过，不能使用；请打印第 2 版的第 4 页，签字盖章后重新上传。',
    );
    expect(assembled(...all(), old)).toMatchObject({ outcome: 'complete', outdated: [{ id: old.id }] });
  });

  it('refuse somebody else’s page and name the sheet', () => {
    const foreign = sheet({ filing: 'FOREIGN', sheet: 5 });
    expect(sentenceOf(...all(), foreign)).toBe('“扫描件.pdf”第 5 张是另一份申报书，请删除后只上传这份申报书的各页。');
    expect(sentenceOf(...all(), sheet({ filing: 'MIXED', sheet: 6 }))).toContain('第 6 张上有几份申报书的页');
  });

  it('go to people when an unread sheet may be the missing page, and not when there are too few', () => {
    expect(assembled(of(1), of(3), of(4), unread({ sheet: 2 }))).toMatchObject({ outcome: 'people_look', missing: [2] });
    expect(sentenceOf(of(1), unread())).toBe('申报书共 4 页，没有找到第 2、3、4 页，另有 1 张看不清编码，请补齐后再提交。');
    expect(assembled(unread(), unread(), unread(), unread()).outcome).toBe('people_look');
    expect(sentenceOf(unread(), unread())).toContain('页数不够');
  });

  it('count an unread sheet again for the version that people looked at, and for no other', () => {
    const looked = (version: number) => assembled(of(1), of(3), of(4), unread({ handedInWith: version })).outcome;
    expect([looked(2), looked(1)]).toEqual(['people_look', 'refused']);
  });

  it('count a sheet that a person has named for the version that he saw, and for no other', () => {
    const named = { namedBy: '管示例' };
    expect(assembled(...all().slice(1), of(1, named))).toMatchObject({ outcome: 'complete' });
    expect(assembled(...all().slice(1), of(1, { ...named, formVersion: 1 }))).toMatchObject({ missing: [1] });
  });

  it('miss a page that staff sent back until a new one comes', () => {
    const back = of(3, { isVoided: true, handedInWith: 2 });
    const kept = [of(1), of(2), of(4)];
    const assembly = assembled(...kept, back);
    expect(assembly).toMatchObject({ outcome: 'refused', missing: [3] });
    expect(assembly.pages[2]?.voided?.id).toBe(back.id);
    expect(assembled(...kept, back, of(3, { filedAt: morning(30) }))).toMatchObject({ outcome: 'complete', missing: [] });
  });

  it('do not count a file that was never on paper', () => {
    const digital = of(4, { isNoOriginal: true });
    expect(sentenceOf(of(1), of(2), of(3), digital)).toBe('第 4 页还没有盖章后的扫描件，请打印、签字、盖章，扫描或拍照后上传。');
    expect(assembled(...all(), digital)).toMatchObject({ outcome: 'complete' });
  });

  it('never make a page of anything but what is printed on it, whatever was sent', () => {
    const anySheet = fc
      .record({
        filing: fc.constantFrom('FILED' as const, 'UNREAD' as const),
        digest: fc.constantFrom('D1', 'D2', 'D3', 'D4', 'OLD', 'OTHER'),
        formVersion: fc.integer({ min: 1, max: 2 }),
        minute: fc.integer({ min: -60, max: 60 }),
        isVoided: fc.boolean(),
        isNoOriginal: fc.boolean(),
        handedInWith: fc.constantFrom(null, 1, 2),
      })
      .map(({ minute, ...about }) => sheet({ ...about, filedAt: morning(minute) }));
    fc.assert(
      fc.property(fc.array(anySheet, { maxLength: 12 }), (sheets) => {
        const assembly = assembleForm(form, sheets);
        for (const { page, sheet: chosen } of assembly.pages) {
          const usable = sheets.filter(
            (one) => one.filing === 'FILED' && one.digest === `D${page}` && !one.isVoided && !one.isNoOriginal,
          );
          expect(chosen === null).toBe(usable.length === 0);
          if (chosen) expect(usable.every((one) => one.filedAt <= chosen.filedAt) && usable.includes(chosen)).toBe(true);
        }
        expect(assembly.outcome === 'complete').toBe(assembly.missing.length === 0);
        if (assembly.outcome === 'refused') expect(assembly.sentence).toMatch(/^[^。]+。$/);
      }),
      { numRuns: 600 },
    );
  });
});
