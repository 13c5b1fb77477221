import { type Assembly, assembleForm, type FiledSheet, type IssuedForm } from '@/lib/documents/scan/assemble-form';
import { type Finding, type Lamp, readFindings } from '@/lib/documents/scan/finding';
import type { Prisma, StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { blankPage } from '@/lib/files/child/tasks';
import { readSeenCodes } from '@/lib/files/seen-code';
import { DomainError } from '@/lib/kernel/domain-error';
import { issuedPages } from './issued-pages';

export interface LiveSheet extends FiledSheet {
  /** As its code says, in the version that it was printed from. */
  page: number | null;
  /** In the words of who sent it back. */
  voidedBecause: string | null;
  /** Null while it waits to be examined. */
  lamp: Lamp | null;
  findings: Finding[];
}

export interface StampedScan {
  form: IssuedForm;
  /** Uploads of which nothing has been handed in. */
  files: StoredFile[];
  assembly: Assembly<LiveSheet>;
  /** Backs in these uploads: as good as white, and laid aside. */
  blankSheets: number;
  /** False while nothing has been uploaded and nothing is kept from an earlier version. */
  hasSheets: boolean;
  /** What was handed in last and still counts. */
  handedIn: string[] | null;
}

/** What liveSheet needs. */
export const sheetParts = {
  file: { select: { id: true, name: true, signatures: true } },
  stampedForms: { include: { stampedForm: { select: { version: true, uploadedAt: true, applicationId: true } } } },
} as const satisfies Prisma.ScannedSheetInclude;

type SheetRow = Prisma.ScannedSheetGetPayload<{ include: typeof sheetParts }>;

/** Every sheet that has come for this application, put together as the form that was issued last. */
export async function stampedScan(tx: Transaction, { id }: { id: string }): Promise<StampedScan> {
  const form = await issuedForm(tx, id);
  const rows = await tx.scannedSheet.findMany({
    where: {
      removedAt: null,
      file: { deletedAt: null },
      OR: [{ applicationId: id }, { applicationId: null, file: { applicationId: id } }],
    },
    include: sheetParts,
  });
  const assembly = assembleForm(form, rows.map(liveSheet));
  const hasSheets = rows.length > 0 && (assembly.missing.length < form.pages.length || hasSomethingToSay(assembly));
  const files = await looseFiles(tx, id);
  return { form, files, assembly, blankSheets: blanksIn(files), hasSheets, handedIn: await handedInSheets(tx, id, form.version) };
}

const blanksIn = (files: readonly StoredFile[]): number =>
  files.flatMap(({ pageCodes }) => readSeenCodes(pageCodes)).filter((codes) => codes.some(({ text }) => text === blankPage)).length;

const hasSomethingToSay = ({ unread, foreign, outdated, noOriginals }: Assembly<LiveSheet>): boolean =>
  unread.length + foreign.length + outdated.length + noOriginals.length > 0;

async function issuedForm(tx: Transaction, applicationId: string): Promise<IssuedForm> {
  const snapshot = await tx.formSnapshot.findFirst({ where: { applicationId, supersededAt: null } });
  if (!snapshot) throw new DomainError('NOT_ISSUED', '申报书尚未生成，请先核对信息并提交报名。');
  return { version: snapshot.version, issuedAt: snapshot.lockedAt, pages: issuedPages(snapshot.pages) };
}

export function liveSheet(row: SheetRow): LiveSheet {
  const { namedByName: namedBy } = row;
  const { id, fileId, file, sheet, filing, page, formVersion, digest, filedAt, lamp, voidedAt, voidedBecause, stampedForms } = row;
  const findings = readFindings(row.findings);
  const versions = stampedForms.map(({ stampedForm }) => stampedForm.version);
  return {
    id,
    fileId,
    fileName: file.name,
    sheet,
    filing,
    page,
    formVersion,
    digest,
    filedAt,
    lamp,
    findings,
    voidedBecause,
    namedBy,
    isVoided: voidedAt !== null,
    isNoOriginal: findings.some(({ kind, lamp: own }) => kind === 'original' && own === 'RED'),
    handedInWith: versions.length > 0 ? Math.max(...versions) : null,
  };
}

function looseFiles(tx: Transaction, applicationId: string): Promise<StoredFile[]> {
  return tx.storedFile.findMany({
    where: {
      applicationId,
      purpose: 'STAMPED_FORM',
      status: 'CLEAN',
      deletedAt: null,
      sheets: { none: { stampedForms: { some: {} } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

async function handedInSheets(tx: Transaction, applicationId: string, version: number): Promise<string[] | null> {
  const live = await tx.stampedForm.findFirst({
    where: { applicationId, version, status: { in: ['UPLOADED', 'UNIT_CONFIRMED', 'ACCEPTED'] } },
    select: { sheets: { select: { sheetId: true } } },
  });
  return live?.sheets.map(({ sheetId }) => sheetId) ?? null;
}
