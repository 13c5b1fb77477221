import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PageCode } from '@/lib/documents/application-form/page-code';
import type { SheetToExamine } from '@/lib/documents/scan/child/task';
import type { SheetExamination } from '@/lib/documents/scan/examination';
import { type Assembly, assembleForm, type FiledSheet } from '@/lib/documents/scan/assemble-form';
import { readPages, type ScannedSheet } from '@/lib/documents/scan/read-pages';
import { sortSheets } from '@/lib/documents/scan/sort-sheets';
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

export interface SheetsOfFile {
  file: HandedInFile;
  wanted: SheetToExamine[];
  /** Crops go here. */
  folder: string;
}

interface ToFind {
  one: CorpusCase;
  kept: HandedInFile[];
  folder: string;
  /** How the product does it, or the same without a process of its own. */
  way: {
    readCodes(file: HandedInFile): Promise<string[][]>;
    examine(sheets: SheetsOfFile): Promise<Map<number, SheetExamination>>;
  };
}

/** What the product finds in what was handed in: codes, verdict, and each sheet beside the page it shows. */
export async function examineCase({ one, kept, way, folder }: ToFind): Promise<FoundCase> {
  const codes = await Promise.all(kept.map(way.readCodes));
  const files = kept.map(({ pages }, index) => ({ id: String(index), name: '扫描件', pages, pageCodes: codes[index] }));
  const scanned = readPages(files, corpusKey);
  const { outcome } = assembled(scanned, one.form);
  const pdf = path.join(folder, 'issued.pdf');
  await writeFile(pdf, one.form.bytes);
  const examinations = await Promise.all(
    kept.map(async (file, index) => {
      const own = path.join(folder, `crops-${index}`);
      await mkdir(own, { recursive: true });
      const sheets = scanned.filter(({ fileId }) => fileId === String(index));
      const examined = await way.examine({ file, wanted: toExamine(sheets, one.form, pdf), folder: own });
      return sheets.map(({ sheet }) => examined.get(sheet) ?? null);
    }),
  );
  const inOrder = examinations.flat();
  return { outcome, sheets: scanned.map(({ codes }, index) => ({ codes, examination: inOrder[index] ?? null })) };
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
      return { ...facts, ...print, isVoided: false, isNoOriginal: false, handedInWith: null };
    }),
  );
  return assembleForm({ version: words.version, issuedAt: noon, pages }, filed);
}

function toExamine(sheets: ScannedSheet[], form: IssuedForm, pdf: string): SheetToExamine[] {
  const { applicationNumber, version } = form.words;
  return sheets.flatMap(({ sheet, codes }) => {
    const own = codes.find((code) => code.applicationNumber === applicationNumber && code.version === version);
    return own ? [{ sheet, issued: { pdf, page: own.page, regions: regionsOn(form, own.page) } }] : [];
  });
}

function regionsOn({ regions }: IssuedForm, page: number) {
  return Object.fromEntries(Object.entries(regions).filter(([, region]) => region.page === page));
}
