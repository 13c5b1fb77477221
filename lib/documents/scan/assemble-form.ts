import type { SheetFiling } from './sort-sheets';

/** The form that was issued last and is to come back with signature and seal. */
export interface IssuedForm {
  version: number;
  issuedAt: Date;
  pages: readonly { number: number; digest: string }[];
}

/** One sheet as it was filed, with what people have said of it since. */
export interface FiledSheet {
  id: string;
  fileId: string;
  fileName: string;
  /** Counted from 1 within its file. */
  sheet: number;
  filing: SheetFiling;
  formVersion: number | null;
  digest: string | null;
  filedAt: Date;
  /** Staff sent it back. */
  isVoided: boolean;
  /** Who has said which page it is, where no code was read. */
  namedBy: string | null;
  /** No paper: a file that was never printed, signed and sealed. */
  isNoOriginal: boolean;
  /** Version of the form that it was handed in with last; null while it never was. */
  handedInWith: number | null;
}

export interface AssembledPage<Sheet> {
  page: number;
  /** The newest sheet whose print is that of this page; null where there is none. */
  sheet: Sheet | null;
  /** Older ones of the same page that were never handed in. */
  older: Sheet[];
  /** What staff sent back, where nothing has taken its place. */
  voided: Sheet | null;
}

interface Parts<Sheet> {
  pages: AssembledPage<Sheet>[];
  missing: number[];
  repeated: number[];
  /** No code was read; people can tell which missing page each is. */
  unread: Sheet[];
  foreign: Sheet[];
  /** Of a page whose print has changed since. */
  outdated: Sheet[];
  /** Of a page that exists, and yet no paper. */
  noOriginals: Sheet[];
}

export type Assembly<Sheet> = Parts<Sheet> &
  /** Every page is there. */
  (| { outcome: 'complete' }
    /** Enough sheets, but not every one could be read: people look. */
    | { outcome: 'people_look' }
    /** One sentence that says what to do. */
    | { outcome: 'refused'; sentence: string }
  );

/**
 * Which sheet stands for which page. What is printed decides, not the version: an unchanged page keeps its stamp
 * through every later version, and a changed one cannot pass in an old one's place.
 */
export function assembleForm<Sheet extends FiledSheet>(form: IssuedForm, sheets: readonly Sheet[]): Assembly<Sheet> {
  const parts = partsOf(form, [...sheets].sort(newestFirst));
  const sentence = foreignSentence(parts) ?? incompleteSentence(parts, form);
  if (sentence) return { ...parts, outcome: 'refused', sentence };
  return { ...parts, outcome: parts.missing.length > 0 ? 'people_look' : 'complete' };
}

/** Sheets of one upload have one time; of these the last counts. Ids grow with time, also within a millisecond. */
function newestFirst(one: FiledSheet, other: FiledSheet): number {
  const byTime = other.filedAt.getTime() - one.filedAt.getTime();
  if (byTime !== 0) return byTime;
  return (one.fileId === other.fileId && other.sheet - one.sheet) || (one.id < other.id ? 1 : -1);
}

function partsOf<Sheet extends FiledSheet>(form: IssuedForm, sheets: readonly Sheet[]): Parts<Sheet> {
  const pages = form.pages.map(({ number, digest }) => pageOf(number, sheets.filter((sheet) => sheet.digest === digest && countsFor(sheet, form))));
  const issued = new Set(form.pages.map(({ digest }) => digest));
  const filed = sheets.filter(({ filing }) => filing === 'FILED');
  return {
    pages,
    missing: pages.filter(({ sheet }) => !sheet).map(({ page }) => page),
    repeated: pages.filter(({ older }) => older.length > 0).map(({ page }) => page),
    unread: sheets.filter((sheet) => sheet.filing === 'UNREAD' && !sheet.isVoided && isOfThisTurn(sheet, form)),
    foreign: sheets.filter(({ filing }) => filing === 'FOREIGN' || filing === 'MIXED'),
    outdated: filed.filter(({ digest, filedAt }) => !issued.has(digest ?? '') && filedAt >= form.issuedAt),
    noOriginals: filed.filter((sheet) => sheet.isNoOriginal && !sheet.isVoided && issued.has(sheet.digest ?? '')),
  };
}

/** What a person has recognised counts for the version that he saw. */
const countsFor = ({ filing, namedBy, formVersion }: FiledSheet, { version }: IssuedForm): boolean =>
  filing === 'FILED' && (namedBy === null || formVersion === version);

function pageOf<Sheet extends FiledSheet>(page: number, ofThisPage: readonly Sheet[]): AssembledPage<Sheet> {
  const [sheet = null, ...others] = ofThisPage.filter(({ isVoided, isNoOriginal }) => !isVoided && !isNoOriginal);
  const voided = sheet ? null : (ofThisPage.find(({ isVoided }) => isVoided) ?? null);
  return { page, sheet, older: others.filter(({ handedInWith }) => handedInWith === null), voided };
}

/** What people have looked at counts for the version that they saw. */
const isOfThisTurn = ({ handedInWith }: FiledSheet, { version }: IssuedForm): boolean =>
  handedInWith === null || handedInWith === version;

function foreignSentence({ foreign: [sheet] }: Parts<FiledSheet>): string | null {
  if (!sheet) return null;
  const { fileName, sheet: number, filing } = sheet;
  return filing === 'MIXED'
    ? `“${fileName}”第 ${number} 张上有几份申报书的页，请删除，分开扫描后再上传。`
    : `“${fileName}”第 ${number} 张是另一份申报书，请删除后只上传这份申报书的各页。`;
}

/** A sheet that could not be read may be any missing page; fewer such sheets than missing pages cannot be enough. */
function incompleteSentence({ missing, unread, outdated, noOriginals }: Parts<FiledSheet>, form: IssuedForm): string | null {
  if (missing.length <= unread.length) return null;
  const { version, pages } = form;
  const [old] = outdated;
  if (old) {
    return `有 ${outdated.length} 张是第 ${old.formVersion} 版申报书，内容已经改过，不能使用；请打印第 ${version} 版的第 ${listed(missing)} 页，签字盖章后重新上传。`;
  }
  if (noOriginals.length > 0) return `第 ${listed(missing)} 页还没有盖章后的扫描件，请打印、签字、盖章，扫描或拍照后上传。`;
  if (missing.length === pages.length) return `申报书共 ${pages.length} 页，上传的页数不够，请把 ${pages.length} 页全部扫描或拍照后上传。`;
  const unsure = unread.length > 0 ? `，另有 ${unread.length} 张看不清编码` : '';
  return `申报书共 ${pages.length} 页，没有找到第 ${listed(missing)} 页${unsure}，请补齐后再提交。`;
}

export const listed = (pages: readonly number[]): string => pages.join('、');
