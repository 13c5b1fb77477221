import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { db } from '@/lib/db/client';
import type { Prisma, ScannedSheet } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { type ExaminedSheet, examineSheets } from '@/lib/documents/scan/examine-sheets';
import type { Finding } from '@/lib/documents/scan/finding';
import { judgeFiling, namedBy } from '@/lib/documents/scan/judge-filing';
import { judgeSheet, lampOf, notExamined } from '@/lib/documents/scan/judge-sheet';
import { keepCrops } from '@/lib/files/sheet-crops';
import { log } from '@/lib/log';
import { inWorkFolder, localCopy } from '@/lib/files/work-folder';
import { electronicSealOn, sealedSheetParts } from './electronic-seal';
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

const sheetParts = { file: true, ...sealedSheetParts } as const satisfies Prisma.ScannedSheetInclude;
type WaitingSheet = Prisma.ScannedSheetGetPayload<{ include: typeof sheetParts }>;

/** Forms of which this process examines scans right now. */
const underWay = new Map<string, Promise<void>>();

/**
 * Compares every filed sheet of one scan with the page that it shows, and with it what else has come for the same form:
 * ten photos taken one by one are looked at together. Sheets that have their lamp are left alone.
 */
export async function examineScan({ fileId, isLastTry, now, examine = examineSheets }: ScanToExamine): Promise<void> {
  const { applicationId } = await db.storedFile.findUniqueOrThrow({ where: { id: fileId }, select: { applicationId: true } });
  const form = applicationId ?? fileId;
  // What fails there is tried here again, and said here.
  for (let running = underWay.get(form); running; running = underWay.get(form)) await running.catch(() => undefined);
  // Nothing is waited for between the last look and this: of many that waited, one goes on.
  const work = examineWaiting({ fileId, applicationId }, { now, examine });
  underWay.set(form, work);
  try {
    await work;
  } catch (error) {
    if (!isLastTry) throw error;
    await inTransaction((tx) => giveUp(tx, fileId, now));
    throw error;
  } finally {
    underWay.delete(form);
  }
}

const stillWaiting = { examinedAt: null, removedAt: null } as const;
type How = Required<Pick<ScanToExamine, 'now' | 'examine'>>;

/** Where the form's scans cannot be examined together, another one's fault is not to darken this one's lamps. */
async function examineWaiting({ fileId, applicationId }: { fileId: string; applicationId: string | null }, how: How): Promise<void> {
  if (applicationId === null) return examineTogether({ fileId }, how);
  try {
    await examineTogether({ file: { applicationId, purpose: 'STAMPED_FORM' } }, how);
  } catch (error) {
    log().warn({ err: error, file: fileId }, 'scans of a form could not be examined together');
    await examineTogether({ fileId }, how);
  }
}

async function examineTogether(which: Prisma.ScannedSheetWhereInput, how: How): Promise<void> {
  const waiting = await db.scannedSheet.findMany({
    where: { ...which, ...stillWaiting },
    include: sheetParts,
    orderBy: [{ filedAt: 'asc' }, { fileId: 'asc' }, { sheet: 'asc' }, { position: 'asc' }],
  });
  if (waiting.length > 0) await inWorkFolder((folder) => examineAll({ waiting, folder, ...how }));
}

/** Waited for longer than any number of tries takes: its job is gone, and people look. */
export async function giveUp(tx: Prisma.TransactionClient, fileId: string, now: Date): Promise<void> {
  const waiting = await tx.scannedSheet.findMany({ where: { fileId, examinedAt: null }, select: { id: true, namedByName: true } });
  for (const { id, namedByName } of waiting) {
    const data = { lamp: notExamined.lamp, findings: [...identityOf({ namedByName }), notExamined], examinedAt: now };
    await tx.scannedSheet.updateMany({ where: { id, examinedAt: null }, data });
  }
}

const identityOf = ({ namedByName }: Pick<ScannedSheet, 'namedByName'>): Finding[] => (namedByName ? [namedBy(namedByName)] : []);

interface Examining extends How {
  waiting: readonly WaitingSheet[];
  folder: string;
}

/** A stack of hundreds is kept piece by piece: its first lamps are there long before its last, and a killed worker loses little. */
const keptAtOnce = 20;

async function examineAll(work: Examining): Promise<void> {
  const { waiting, folder, now } = work;
  await keepFindings(waiting.flatMap((sheet) => withoutLooking(sheet)), now);
  const forms = await issuedForms(waiting, folder);
  const sheets = waiting.filter((sheet) => forms.has(formOf(sheet)));
  const sources = await localCopies(sheets, folder);
  for (let at = 0; at < sheets.length; at += keptAtOnce) {
    const next = sheets.slice(at, at + keptAtOnce);
    const wanted = next.map((sheet) => ({
      source: sources.get(sheet.fileId) ?? '',
      mediaType: sheet.file.mediaType,
      sheet: sheet.sheet,
      issued: issuedPage(sheet, forms),
    }));
    const examined = await work.examine({ sheets: wanted, folder, limits: patientLimits });
    const seen = next.map((sheet, index) => ({ sheet, answer: examined[index] }));
    for (const { sheet, answer } of seen) await keepCrops(sheet.id, answer?.outcome === 'examined' ? answer.crops : {});
    await keepFindings(seen.map(({ sheet, answer }) => judged(sheet, answer)), now);
  }
}

async function localCopies(sheets: readonly WaitingSheet[], folder: string): Promise<Map<string, string>> {
  const copies = new Map<string, string>();
  for (const { fileId, file } of sheets) {
    if (!copies.has(fileId)) copies.set(fileId, await localCopy(file.storageKey, folder));
  }
  return copies;
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

function judged(sheet: WaitingSheet, answer: ExaminedSheet | undefined): Judged {
  const { id, file, application } = sheet;
  if (answer?.outcome !== 'examined') return { id, findings: [...identityOf(sheet), notExamined] };
  const { examination } = answer;
  return { id, findings: [...identityOf(sheet), ...judgeSheet(examination, electronicSealOn({ application }, file))], examination };
}

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
