import { describe, expect, it } from 'vitest';
import { writePageCode } from '@/lib/documents/application-form/page-code';
import { readPages } from './read-pages';
import { sortSheets } from './sort-sheets';

const key = new Uint8Array(32).fill(7);
const codeOf = (page: number, applicationNumber = 'JS2024000123') =>
  writePageCode({ applicationNumber, version: 1, page, pages: 4, digest: '0123ABCD' }, key);

const sorted = (pageCodes: string[][], allowed: Record<string, string> = { JS2024000123: 'own' }) =>
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

  it('with two pages of one form is filed as both', () => {
    expect(sorted([[codeOf(1), codeOf(2)]])).toMatchObject([
      { sheet: 1, position: 0, code: { page: 1 } },
      { sheet: 1, position: 1, code: { page: 2 } },
    ]);
  });

  it('with pages of two people is filed to neither, so that neither sees the other', () => {
    const both = { JS2024000123: 'own', JS2024000999: 'colleague' };
    const sheets = sorted([[codeOf(1), codeOf(1, 'JS2024000999')]], both);
    expect(sheets.map(({ filing, applicationId }) => [filing, applicationId])).toEqual([
      ['MIXED', null],
      ['MIXED', null],
    ]);
  });

  it('with no code, or one that we did not issue, is unread', () => {
    const forged = codeOf(2).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(sorted([[], [forged]])).toMatchObject([
      { sheet: 1, filing: 'UNREAD', code: null },
      { sheet: 2, filing: 'UNREAD', code: null },
    ]);
  });
});
