import type { PageCode } from '@/lib/documents/application-form/page-code';
import type { ScannedSheet } from './read-pages';

/** The form that was issued last and is to come back with signature and seal. */
export interface IssuedForm {
  applicationNumber: string;
  version: number;
  pages: number;
}

interface Findings {
  /** Page numbers that no sheet shows. */
  missing: number[];
  /** Page numbers that several sheets show. */
  repeated: number[];
  /** Sheets on which no code of ours was read. */
  unread: { fileName: string; sheet: number }[];
  /** What staff are told, a sentence each. */
  notes: string[];
}

export type ScanVerdict = Findings &
  /** Every page was read. */
  (| { outcome: 'complete' }
    /** Enough sheets, but not every one could be read: people look. */
    | { outcome: 'people_look' }
    /** One sentence that says what to do. */
    | { outcome: 'refused'; sentence: string }
  );

/** Right person, right version, all pages: decided by the codes alone. What a code cannot say is left to people. */
export function judgeScan(sheets: readonly ScannedSheet[], form: IssuedForm): ScanVerdict {
  const findings = find(sheets, form);
  const sentence = foreign(sheets, form) ?? otherVersion(sheets, form) ?? incomplete(findings, form);
  if (sentence) return { ...findings, outcome: 'refused', sentence };
  return { ...findings, outcome: findings.missing.length > 0 ? 'people_look' : 'complete' };
}

function find(sheets: readonly ScannedSheet[], form: IssuedForm): Findings {
  const shown = sheets.flatMap(({ codes }) => codes.filter((code) => isOf(form, code)).map(({ page }) => page));
  const numbers = Array.from({ length: form.pages }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !shown.includes(number));
  const repeated = numbers.filter((number) => shown.filter((page) => page === number).length > 1);
  const unread = sheets.filter(({ codes }) => codes.length === 0).map(({ fileName, sheet }) => ({ fileName, sheet }));
  return { missing, repeated, unread, notes: notesOf({ missing, repeated, unread }) };
}

function notesOf({ missing, repeated, unread }: Omit<Findings, 'notes'>): string[] {
  const places = unread.map(({ fileName, sheet }) => `“${fileName}”第 ${sheet} 张`).join('、');
  return [
    missing.length === 0 ? '各页编码均已读出，版本与当前申报书一致。' : `没有读出第 ${listed(missing)} 页的编码，请人工核对。`,
    unread.length === 0 ? '' : `${places}没有读出编码，请人工查看。`,
    repeated.length === 0 ? '' : `第 ${listed(repeated)} 页上传了不止一次。`,
  ].filter(Boolean);
}

function foreign(sheets: readonly ScannedSheet[], { applicationNumber }: IssuedForm): string | null {
  const sheet = sheets.find(({ codes }) => codes.some((code) => code.applicationNumber !== applicationNumber));
  return sheet
    ? `“${sheet.fileName}”第 ${sheet.sheet} 张是另一份申报书（本申报书编号 ${applicationNumber}），请删除后只上传这份申报书的各页。`
    : null;
}

function otherVersion(sheets: readonly ScannedSheet[], form: IssuedForm): string | null {
  const other = sheets.flatMap(({ codes }) => codes).find((code) => !isOf(form, code));
  return other
    ? `这份扫描件是第 ${other.version} 版申报书，当前的申报书是第 ${form.version} 版，请打印第 ${form.version} 版，签字盖章后重新上传。`
    : null;
}

/** A sheet that could not be read may be any missing page; fewer such sheets than missing pages cannot be enough. */
function incomplete({ missing, unread }: Findings, { pages }: IssuedForm): string | null {
  if (missing.length <= unread.length) return null;
  if (missing.length === pages) return `申报书共 ${pages} 页，上传的页数不够，请把 ${pages} 页全部扫描或拍照后上传。`;
  const unsure = unread.length > 0 ? `，另有 ${unread.length} 张看不清编码` : '';
  return `申报书共 ${pages} 页，没有找到第 ${listed(missing)} 页${unsure}，请补齐后再提交。`;
}

const isOf = (form: IssuedForm, code: PageCode): boolean =>
  code.applicationNumber === form.applicationNumber && code.version === form.version;

const listed = (pages: readonly number[]): string => pages.join('、');
