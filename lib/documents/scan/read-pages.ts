import { type PageCode, readPageCode } from '@/lib/documents/application-form/page-code';
import { blankPage } from '@/lib/files/child/tasks';
import { readSeenCodes, type SeenCode } from '@/lib/files/seen-code';
import { pagesOnSheet } from './pages-on-sheet';

export interface ScannedFile {
  id: string;
  name: string;
  pages: number;
  /** As kept with the file: for each page what was seen of its codes. */
  pageCodes: unknown;
}

/** One sheet of what was handed in; one page of a form, none when unread, two only when both are whole. */
export interface ScannedSheet {
  fileId: string;
  fileName: string;
  /** Counted from 1 within its file. */
  sheet: number;
  codes: PageCode[];
  /** Codes of several pages, and nothing tells which page the sheet is. */
  isContradictory: boolean;
  /** As good as white: the back of a sheet. */
  isBlank: boolean;
}

/** Which page of which form every sheet is. Either of a page's two codes is enough; codes that are not ours count for nothing. */
export function readPages(files: readonly ScannedFile[], pageKey: Uint8Array): ScannedSheet[] {
  return files.flatMap(({ id, name, pages, pageCodes }) => {
    const seen = readSeenCodes(pageCodes);
    return Array.from({ length: pages }, (_, index) => {
      const codes = seen[index] ?? [];
      return {
        fileId: id,
        fileName: name,
        sheet: index + 1,
        ...pagesOnSheet(issuedCodes(codes, pageKey)),
        isBlank: codes.some(({ text }) => text === blankPage),
      };
    });
  });
}

const issuedCodes = (seen: readonly SeenCode[], pageKey: Uint8Array) =>
  seen.flatMap(({ text, corners }) => {
    const code: PageCode | null = readPageCode(text, pageKey);
    return code ? [{ code, corners }] : [];
  });
