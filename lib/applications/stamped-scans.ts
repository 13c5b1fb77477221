import { assembleForm } from '@/lib/documents/scan/assemble-form';
import type { Transaction } from '@/lib/db/transaction';
import { issuedPages } from './issued-pages';
import { type LiveSheet, liveSheet, sheetParts, type StampedScan } from './stamped-scan';

export type ScanOfMany = Pick<StampedScan, 'form' | 'assembly' | 'handedIn'>;

/** As stampedScan, for the applications of a stack at once: three questions to the database however many they are. */
export async function stampedScans(tx: Transaction, ids: readonly string[]): Promise<Map<string, ScanOfMany>> {
  const [snapshots, rows, handedIn] = await Promise.all([
    tx.formSnapshot.findMany({ where: { applicationId: { in: [...ids] }, supersededAt: null } }),
    tx.scannedSheet.findMany({
      where: {
        removedAt: null,
        file: { deletedAt: null },
        OR: [{ applicationId: { in: [...ids] } }, { applicationId: null, file: { applicationId: { in: [...ids] } } }],
      },
      include: { ...sheetParts, file: { select: { ...sheetParts.file.select, applicationId: true } } },
    }),
    tx.stampedForm.findMany({
      where: { applicationId: { in: [...ids] }, status: { in: ['UPLOADED', 'UNIT_CONFIRMED', 'ACCEPTED'] } },
      select: { applicationId: true, version: true, sheets: { select: { sheetId: true } } },
    }),
  ]);
  const sheetsOf = Map.groupBy(rows, (row) => row.applicationId ?? row.file.applicationId);
  return new Map(
    snapshots.map(({ applicationId, version, lockedAt, pages }) => {
      const form = { version, issuedAt: lockedAt, pages: issuedPages(pages) };
      const sheets: LiveSheet[] = (sheetsOf.get(applicationId) ?? []).map(liveSheet);
      const live = handedIn.find((one) => one.applicationId === applicationId && one.version === version);
      const sheetIds = live?.sheets.map(({ sheetId }) => sheetId) ?? null;
      return [applicationId, { form, assembly: assembleForm(form, sheets), handedIn: sheetIds }];
    }),
  );
}
