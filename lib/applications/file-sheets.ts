import type { Prisma, ScannedSheet, StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { judgeFiling } from '@/lib/documents/scan/judge-filing';
import { readPages } from '@/lib/documents/scan/read-pages';
import { type SortedSheet, sortSheets } from '@/lib/documents/scan/sort-sheets';
import { enqueue } from '@/lib/jobs/enqueue';
import { pageKey } from '@/lib/secrets';

interface Filing {
  file: Pick<StoredFile, 'id' | 'name' | 'pages' | 'pageCodes' | 'batchId'>;
  /** Whose pages this scan may hold; every other page is foreign. */
  applicationIds: readonly string[];
  now: Date;
}

/** Every sheet of a stored scan goes to its application, and the examination is asked for. Doing it again changes nothing. */
export async function fileSheets(tx: Transaction, { file, applicationIds, now }: Filing): Promise<ScannedSheet[]> {
  // A stack says which of its sheets were laid aside; of one applicant's own, backs are no sheets at all.
  const sheets = readPages([file], pageKey()).filter(({ isBlank }) => !isBlank || file.batchId !== null);
  const numbers = [...new Set(sheets.flatMap(({ codes }) => codes.map(({ applicationNumber }) => applicationNumber)))];
  const applications = await tx.application.findMany({
    where: { id: { in: [...applicationIds] }, number: { in: numbers } },
    select: { id: true, number: true },
  });
  const sorted = sortSheets(sheets, new Map(applications.map(({ id, number }) => [number, id])));
  const { count } = await tx.scannedSheet.createMany({
    data: sorted.map((sheet) => rowOf(file.id, sheet, now)),
    skipDuplicates: true,
  });
  if (count > 0) await enqueue(tx, 'scans.examine', { fileId: file.id }, { now });
  return tx.scannedSheet.findMany({ where: { fileId: file.id }, orderBy: [{ sheet: 'asc' }, { position: 'asc' }] });
}

/** What no comparison can add to is judged at once. */
function rowOf(fileId: string, { code, isContradictory, ...sorted }: SortedSheet, now: Date): Prisma.ScannedSheetCreateManyInput {
  const finding = judgeFiling(sorted.filing, { isContradictory });
  return {
    fileId,
    ...sorted,
    applicationNumber: code?.applicationNumber,
    formVersion: code?.version,
    page: code?.page,
    digest: code?.digest,
    filedAt: now,
    ...(finding ? { lamp: finding.lamp, findings: [finding], examinedAt: now } : {}),
  };
}
