import { describe, expect, it } from 'vitest';
import { writePageCode } from '@/lib/documents/application-form/page-code';
import { codeBoxes } from '@/lib/documents/application-form/page-geometry';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';
import type { SeenCode } from '@/lib/files/seen-code';
import { readPages } from './read-pages';
import { sortSheets } from './sort-sheets';

const key = new Uint8Array(32).fill(7);
const codeOf = (page: number, applicationNumber = 'JS2024000123', version = 1) =>
  writePageCode({ applicationNumber, version, page, pages: 4, digest: '0123ABCD' }, key);

/** The two codes of a page of which each side is a part of the picture, its top left at `x`, `y`. */
function onPicture(text: string, { x = 0, y = 0, width = 1, height = 1 } = {}): SeenCode[] {
  return Object.values(codeBoxes).map((box) => {
    const [left, top] = [x + (box.x / PAGE_WIDTH) * width, y + (box.y / PAGE_HEIGHT) * height];
    const [right, bottom] = [left + (box.width / PAGE_WIDTH) * width, top + (box.height / PAGE_HEIGHT) * height];
    return { text, corners: [left, top, right, top, right, bottom, left, bottom] };
  });
}

const sorted = (pageCodes: (string | SeenCode)[][], allowed: Record<string, string> = { JS2024000123: 'own' }) =>
  sortSheets(readPages([{ id: 'scan', name: 'scan.pdf', pages: pageCodes.length, pageCodes }], key), new Map(Object.entries(allowed)));

describe('a sheet of a scan', () => {
  it('goes to the application that its code proves, whichever of several it is', () => {
    const both = { JS2024000123: 'own', JS2024000999: 'colleague' };
    expect(sorted([[codeOf(2)], [codeOf(1, 'JS2024000999')]], both)).toMatchObject([
      { sheet: 1, filing: 'FILED', applicationId: 'own', code: { page: 2 } },
      { sheet: 2, filing: 'FILED', applicationId: 'colleague', code: { page: 1 } },
    ]);
  });

  it('of an application that the scan may not hold is nobody’s here', () => {
    expect(sorted([[codeOf(1, 'JS2024000999')]])).toMatchObject([{ filing: 'FOREIGN', applicationId: null }]);
  });

  const beside = (one: string, other: string) => [...onPicture(one, { width: 0.5 }), ...onPicture(other, { x: 0.5, width: 0.5 })];

  it('on which two pages of one form lie in whole is filed as both', () => {
    expect(sorted([beside(codeOf(1), codeOf(2))])).toMatchObject([
      { sheet: 1, position: 0, filing: 'FILED', code: { page: 1 } },
      { sheet: 1, position: 1, filing: 'FILED', code: { page: 2 } },
    ]);
  });

  it('is the page that lies on it, whichever corner a neighbour’s code peeks in at', () => {
    const [topRight, bottomLeft] = onPicture(codeOf(2), { x: 0.85 });
    const [above, left] = [onPicture(codeOf(3), { y: -0.88 }), onPicture(codeOf(4), { x: -0.85 })];
    for (const peeking of [[topRight], [bottomLeft], above, left]) {
      const codes = [...onPicture(codeOf(1)), ...peeking.filter((code) => code !== undefined)];
      expect(sorted([codes])).toMatchObject([{ position: 0, filing: 'FILED', code: { page: 1 } }]);
      expect(sorted([codes.toReversed()])).toMatchObject([{ position: 0, filing: 'FILED', code: { page: 1 } }]);
    }
  });

  it('that shows only a neighbour’s code is unread', () => {
    const [, bottomLeft] = onPicture(codeOf(2), { x: 0.85 });
    expect(sorted([bottomLeft ? [bottomLeft] : []])).toMatchObject([{ filing: 'UNREAD', code: null, isContradictory: false }]);
  });

  it('is a page of which one code was read, in whichever corner it stands', () => {
    for (const code of onPicture(codeOf(2))) expect(sorted([[code]])).toMatchObject([{ filing: 'FILED', code: { page: 2 } }]);
  });

  it('is foreign, not unread, where two pages of one strange form lie across each other', () => {
    const sheet = [...onPicture(codeOf(1, 'JS2024000999')), ...onPicture(codeOf(2, 'JS2024000999'), { x: 0.1, y: 0.1 })];
    const found = sorted([sheet]);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatchObject({ filing: 'FOREIGN', applicationId: null });
  });

  it('with codes of two pages that are not both whole is for people, and no page', () => {
    const contradictory = [{ position: 0, filing: 'UNREAD', code: null, isContradictory: true }];
    expect(sorted([[codeOf(1), codeOf(2)]])).toMatchObject(contradictory);
    expect(sorted([[...onPicture(codeOf(1)).slice(0, 1), ...onPicture(codeOf(2)).slice(1)]])).toMatchObject(contradictory);
  });

  it('with codes of two versions of one page is not taken for the current one', () => {
    const newer = codeOf(1, 'JS2024000123', 2);
    const contradictory = [{ position: 0, filing: 'UNREAD', code: null, isContradictory: true }];
    expect(sorted([[...onPicture(codeOf(1)).slice(0, 1), ...onPicture(newer).slice(1)]])).toMatchObject(contradictory);
    expect(sorted([[...onPicture(newer), ...onPicture(codeOf(1)).slice(1)]])).toMatchObject(contradictory);
  });

  it('with pages of two people is filed to neither, so that neither sees the other', () => {
    const both = { JS2024000123: 'own', JS2024000999: 'colleague' };
    for (const codes of [[codeOf(1), codeOf(1, 'JS2024000999')], beside(codeOf(1), codeOf(1, 'JS2024000999'))]) {
      expect(sorted([codes], both).map(({ filing, applicationId }) => [filing, applicationId])).toEqual([
        ['MIXED', null],
        ['MIXED', null],
      ]);
    }
  });

  it('with no code, or one that we did not issue, is unread', () => {
    const forged = codeOf(2).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(sorted([[], [forged]])).toMatchObject([
      { sheet: 1, filing: 'UNREAD', code: null },
      { sheet: 2, filing: 'UNREAD', code: null },
    ]);
  });
});
