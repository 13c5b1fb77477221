import type { PageCode } from '@/lib/documents/application-form/page-code';
import type { ScannedSheet } from './read-pages';

export type SheetFiling = 'FILED' | 'UNREAD' | 'FOREIGN' | 'MIXED';

export interface SortedSheet {
  sheet: number;
  /** Tells pages apart that lie on one sheet. */
  position: number;
  filing: SheetFiling;
  applicationId: string | null;
  code: PageCode | null;
  /** Unread because codes of several pages stand on it. */
  isContradictory: boolean;
}

/**
 * To which application every sheet of a scan belongs. `allowed` names those whose pages the scan may hold, by their
 * number; a page of any other is nobody's here, a sheet that shows pages of several is filed to none of them, and one
 * with codes of several pages of which nobody can tell which it is goes to people.
 */
export function sortSheets(sheets: readonly ScannedSheet[], allowed: ReadonlyMap<string, string>): SortedSheet[] {
  return sheets.flatMap(({ sheet, codes, isContradictory }): SortedSheet[] => {
    const isMixed = codes.some(({ applicationNumber }) => applicationNumber !== codes[0]?.applicationNumber);
    const isForeign = codes.length > 0 && !allowed.has(codes[0]?.applicationNumber ?? '');
    if (codes.length === 0 || (isContradictory && !isMixed && !isForeign)) return [unread(sheet, isContradictory)];
    return codes.map((code, position) => {
      const applicationId = isMixed ? null : (allowed.get(code.applicationNumber) ?? null);
      const filing = isMixed ? 'MIXED' : applicationId ? 'FILED' : 'FOREIGN';
      return { sheet, position, filing, applicationId, code, isContradictory: false };
    });
  });
}

const unread = (sheet: number, isContradictory: boolean): SortedSheet => ({
  ...{ sheet, position: 0, filing: 'UNREAD', applicationId: null, code: null, isContradictory },
});
