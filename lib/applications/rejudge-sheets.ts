import type { StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { sheetExamination } from '@/lib/documents/scan/examination';
import { namedBy } from '@/lib/documents/scan/judge-filing';
import { judgeSheet, lampOf } from '@/lib/documents/scan/judge-sheet';
import { electronicSealOn, sealedSheetParts } from './electronic-seal';

/** A file's electronic seals are worth something else now: the lamps of its sheets follow, from what was seen of them. */
export async function rejudgeSheets(tx: Transaction, file: StoredFile): Promise<void> {
  const sheets = await tx.scannedSheet.findMany({
    where: { fileId: file.id, examinedAt: { not: null }, removedAt: null },
    include: sealedSheetParts,
  });
  for (const { id, examination, application, namedByName } of sheets) {
    const seen = sheetExamination.safeParse(examination);
    if (!seen.success) continue;
    const findings = [...(namedByName ? [namedBy(namedByName)] : []), ...judgeSheet(seen.data, electronicSealOn({ application }, file))];
    await tx.scannedSheet.update({ where: { id }, data: { findings, lamp: lampOf(findings) } });
  }
}
