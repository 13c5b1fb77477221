import type { StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { sheetExamination } from '@/lib/documents/scan/examination';
import { judgeSheet, lampOf } from '@/lib/documents/scan/judge-sheet';
import { signaturesOf } from '@/lib/files/electronic-seals/schema';

/** A file's electronic seals are worth something else now: the lamps of its sheets follow, from what was seen of them. */
export async function rejudgeSheets(tx: Transaction, file: StoredFile): Promise<void> {
  const sheets = await tx.scannedSheet.findMany({ where: { fileId: file.id, examinedAt: { not: null }, removedAt: null } });
  for (const { id, examination } of sheets) {
    const seen = sheetExamination.safeParse(examination);
    if (!seen.success) continue;
    const findings = judgeSheet(seen.data, signaturesOf(file)?.verdict);
    await tx.scannedSheet.update({ where: { id }, data: { findings, lamp: lampOf(findings) } });
  }
}
