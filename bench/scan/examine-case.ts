import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PageCode } from '@/lib/documents/application-form/page-code';
import type { SheetToExamine } from '@/lib/documents/scan/child/task';
import type { SheetExamination } from '@/lib/documents/scan/examination';
import { type Assembly, assembleForm, type FiledSheet } from '@/lib/documents/scan/assemble-form';
import { readPages, type ScannedSheet } from '@/lib/documents/scan/read-pages';
import { sortSheets } from '@/lib/documents/scan/sort-sheets';
import type { PageCodes } from '@/lib/files/child/tasks';
import type { CorpusCase } from '@/tests/build/scan/corpus';
import { corpusKey, type IssuedForm } from '@/tests/build/scan/issue-form';
import type { HandedInFile } from './hand-in';

export interface FoundSheet {
  codes: PageCode[];
  /** Null where no code of the form that is asked for was read. */
  examination: SheetExamination | null;
}

export interface FoundCase {
  outcome: Assembly<FiledSheet>['outcome'];
  sheets: FoundSheet[];
}

/** How the product does it, or the same without a process of its own. */
export interface Way {
  readCodes(file: HandedInFile): Promise<PageCodes[]>;
  /** Answers in the order asked; crops go to the folder. */
  examine(sheets: SheetToExamine[], folder: string): Promise<(SheetExamination | null)[]>;
}

interface ToFind {
  one: CorpusCase;
  kept: HandedInFile[];
  folder: string;
  way: Way;
}

/** What the product finds in what was handed in: codes, verdict, and each sheet beside the page it shows. */
export async function examineCase({ one, kept, way, folder }: ToFind): Promise<FoundCase> {
  const codes = await Promise.all(kept.map(way.readCodes));
  const files = kept.map(({ pages }, index) => ({ id: String(index), name: '扫描件', pages, pageCodes: codes[index] }));
  const scanned = readPages(files, corpusKey);
  const { outcome } = assembled(scanned, one.form);
  const pdf = path.join(folder, 'issued.pdf');
  await writeFile(pdf, one.form.bytes);
  const wanted = scanned.map((sheet) => toExamine(sheet, { one, kept, pdf }));
  const asked = wanted.filter((sheet) => sheet !== null);
  const examined = await way.examine(asked, folder);
  const examinationOf = new Map(asked.map((sheet, at) => [sheet, examined[at] ?? null]));
  const sheets = scanned.map(({ codes }, at) => {
    const sheet = wanted[at];
    return { codes, examination: (sheet && examinationOf.get(sheet)) ?? null };
  });
  return { outcome, sheets };
}

const noon = new Date(0);

/** As if all of it had been handed in at once for the form that is asked for. */
function assembled(scanned: ScannedSheet[], { words, pages }: IssuedForm): Assembly<FiledSheet> {
  const allowed = new Map([[words.applicationNumber, words.applicationNumber]]);
  const filed = scanned.flatMap((one, index) =>
    sortSheets([one], allowed).map(({ sheet, position, filing, code }): FiledSheet => {
      const { fileId, fileName } = one;
      const facts = { id: `${index}-${position}`, fileId, fileName, sheet, filing, filedAt: noon };
      const print = { formVersion: code?.version ?? null, digest: code?.digest ?? null };
      return { ...facts, ...print, isVoided: false, namedBy: null, isNoOriginal: false, handedInWith: null };
    }),
  );
  return assembleForm({ version: words.version, issuedAt: noon, pages }, filed);
}

type Handed = Pick<ToFind, 'one' | 'kept'> & { pdf: string };

function toExamine({ fileId, sheet, codes }: ScannedSheet, { one, kept, pdf }: Handed): SheetToExamine | null {
  const { applicationNumber, version } = one.form.words;
  const own = codes.find((code) => code.applicationNumber === applicationNumber && code.version === version);
  const file = kept[Number(fileId)];
  if (!own || !file) return null;
  const issued = { pdf, page: own.page, regions: regionsOn(one.form, own.page) };
  return { source: file.file, mediaType: file.mediaType, sheet, issued };
}

function regionsOn({ regions }: IssuedForm, page: number) {
  return Object.fromEntries(Object.entries(regions).filter(([, region]) => region.page === page));
}
