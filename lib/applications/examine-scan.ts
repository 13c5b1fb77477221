import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { db } from '@/lib/db/client';
import type { Prisma, ScannedSheet, StoredFile } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { type ExaminedSheet, examineSheets } from '@/lib/documents/scan/examine-sheets';
import type { Finding } from '@/lib/documents/scan/finding';
import { judgeFiling } from '@/lib/documents/scan/judge-filing';
import { judgeSheet, lampOf, notExamined } from '@/lib/documents/scan/judge-sheet';
import { signaturesOf } from '@/lib/files/electronic-seals/schema';
import { keepCrops } from '@/lib/files/sheet-crops';
import { inWorkFolder, localCopy } from '@/lib/files/work-folder';
import { issuedBytes } from './issued-bytes';
import { regionsOf } from './signing-regions';

export interface ScanToExamine {
  fileId: string;
  /** Nobody will look again: what cannot be examined now is left to people. */
  isLastTry: boolean;
  now: Date;
  /** Another examiner, for tests of what happens when it fails. */
  examine?: typeof examineSheets;
}

/** Nobody waits in a request: on a busy evening a page may take its time. */
const patientLimits = { timeoutMs: 45_000, maxResidentBytes: 900_000_000 };

type WaitingSheet = ScannedSheet & { file: StoredFile };

/** Compares every filed sheet of one scan with the page that it shows. Sheets that have their lamp are left alone. */
export async function examineScan({ fileId, isLastTry, now, examine = examineSheets }: ScanToExamine): Promise<void> {
  const waiting = await db.scannedSheet.findMany({
    where: { fileId, examinedAt: null, removedAt: null },
    include: { file: true },
    orderBy: [{ position: 'asc' }, { sheet: 'asc' }],
  });
  const [first] = waiting;
  if (!first) return;
  try {
    await inWorkFolder((folder) => examineAll({ file: first.file, waiting, folder, now, examine }));
  } catch (error) {
    if (!isLastTry) throw error;
    await inTransaction((tx) => giveUp(tx, fileId, now));
    throw error;
  }
}

/** Waited for longer than any number of tries takes: its job is gone, and people look. */
export const giveUp = (tx: Prisma.TransactionClient, fileId: string, now: Date) =>
  tx.scannedSheet.updateMany({
    where: { fileId, examinedAt: null },
    data: { lamp: notExamined.lamp, findings: [notExamined], examinedAt: now },
  });

interface Examining extends Required<Pick<ScanToExamine, 'now' | 'examine'>> {
  file: StoredFile;
  waiting: readonly WaitingSheet[];
  folder: string;
}

/** A stack of hundreds is kept piece by piece: its first lamps are there long before its last, and a killed worker loses little. */
const keptAtOnce = 20;

async function examineAll(work: Examining): Promise<void> {
  const { file, waiting, folder, now } = work;
  await keepFindings(waiting.flatMap((sheet) => withoutLooking(sheet)), now);
  const source = await localCopy(file.storageKey, folder);
  const forms = await issuedForms(waiting, folder);
  // Two pages on one sheet are looked at one after the other: their crops have the same names.
  for (const position of new Set(waiting.map((sheet) => sheet.position))) {
    const sheets = waiting.filter((sheet) => sheet.position === position && forms.has(formOf(sheet)));
    for (let at = 0; at < sheets.length; at += keptAtOnce) {
      const next = sheets.slice(at, at + keptAtOnce);
      const examined = await work.examine({
        source,
        mediaType: file.mediaType,
        folder,
        limits: patientLimits,
        sheets: next.map((sheet) => ({ sheet: sheet.sheet, issued: issuedPage(sheet, forms) })),
      });
      const seen = next.map((sheet, index) => ({ sheet, answer: examined[index] }));
      for (const { sheet, answer } of seen) await keepCrops(sheet.id, answer?.outcome === 'examined' ? answer.crops : {});
      await keepFindings(seen.map(({ sheet, answer }) => judged(sheet, answer)), now);
    }
  }
}

interface Judged {
  id: string;
  findings: Finding[];
  examination?: Prisma.InputJsonValue;
}

/** What the codes alone have decided. */
function withoutLooking({ id, filing }: WaitingSheet): Judged[] {
  const finding = judgeFiling(filing);
  return finding ? [{ id, findings: [finding] }] : [];
}

const judged = ({ id, file }: WaitingSheet, answer: ExaminedSheet | undefined): Judged =>
  answer?.outcome === 'examined'
    ? { id, findings: judgeSheet(answer.examination, signaturesOf(file)?.verdict), examination: answer.examination }
    : { id, findings: [notExamined] };

async function keepFindings(sheets: readonly Judged[], now: Date): Promise<void> {
  if (sheets.length === 0) return;
  await inTransaction(async (tx) => {
    for (const { id, findings, examination } of sheets) {
      await tx.scannedSheet.updateMany({
        where: { id, examinedAt: null },
        data: { findings, lamp: lampOf(findings), examinedAt: now, ...(examination ? { examination } : {}) },
      });
    }
  });
}

interface IssuedFile {
  pdf: string;
  regions: Awaited<ReturnType<typeof regionsOf>>;
}

const formOf = ({ applicationId, formVersion }: ScannedSheet): string => `${applicationId}.${formVersion}`;

/** The forms that these sheets were printed from, each as a file that the examining process can read. */
async function issuedForms(sheets: readonly WaitingSheet[], folder: string): Promise<Map<string, IssuedFile>> {
  const forms = new Map<string, IssuedFile>();
  for (const sheet of sheets) {
    const { applicationId, formVersion } = sheet;
    if (applicationId === null || formVersion === null || forms.has(formOf(sheet))) continue;
    const snapshot = await db.formSnapshot.findUniqueOrThrow({
      where: { applicationId_version: { applicationId, version: formVersion } },
    });
    const pdf = path.join(/*turbopackIgnore: true*/ folder, `issued-${forms.size}.pdf`);
    await writeFile(/*turbopackIgnore: true*/ pdf, await issuedBytes(snapshot));
    forms.set(formOf(sheet), { pdf, regions: await regionsOf(snapshot) });
  }
  return forms;
}

function issuedPage(sheet: WaitingSheet, forms: ReadonlyMap<string, IssuedFile>) {
  const form = forms.get(formOf(sheet));
  const { page } = sheet;
  if (!form || page === null) throw new Error(`sheet ${sheet.id} shows no issued page`);
  const regions = Object.entries(form.regions).filter(([, region]) => region.page === page);
  return { pdf: form.pdf, page, regions: Object.fromEntries(regions) };
}
