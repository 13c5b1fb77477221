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
}

/**
 * To which application every sheet of a scan belongs. `allowed` names those whose pages the scan may hold, by their
 * number; a page of any other is nobody's here, and a sheet that shows pages of several is filed to none of them.
 */
export function sortSheets(sheets: readonly ScannedSheet[], allowed: ReadonlyMap<string, string>): SortedSheet[] {
  return sheets.flatMap(({ sheet, codes }): SortedSheet[] => {
    if (codes.length === 0) return [{ sheet, position: 0, filing: 'UNREAD', applicationId: null, code: null }];
    const isMixed = codes.some(({ applicationNumber }) => applicationNumber !== codes[0]?.applicationNumber);
    return codes.map((code, position) => {
      const applicationId = isMixed ? null : (allowed.get(code.applicationNumber) ?? null);
      return { sheet, position, filing: isMixed ? 'MIXED' : applicationId ? 'FILED' : 'FOREIGN', applicationId, code };
    });
  });
}
