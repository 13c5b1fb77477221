import { z } from 'zod';
import { type PageCode, readPageCode } from '@/lib/documents/application-form/page-code';

export interface ScannedFile {
  id: string;
  name: string;
  pages: number;
  /** As kept with the file: for each page the texts of its codes. */
  pageCodes: unknown;
}

/** One sheet of what was handed in; usually one page of a form, none when unread, two when scanned side by side. */
export interface ScannedSheet {
  fileId: string;
  fileName: string;
  /** Counted from 1 within its file. */
  sheet: number;
  codes: PageCode[];
}

const keptCodes = z.array(z.array(z.string())).catch([]);

/** Which page of which form every sheet is. Either of a page's two codes is enough; codes that are not ours count for nothing. */
export function readPages(files: readonly ScannedFile[], pageKey: Uint8Array): ScannedSheet[] {
  return files.flatMap(({ id, name, pages, pageCodes }) => {
    const texts = keptCodes.parse(pageCodes);
    return Array.from({ length: pages }, (_, index) => ({
      fileId: id,
      fileName: name,
      sheet: index + 1,
      codes: codesOf(texts[index] ?? [], pageKey),
    }));
  });
}

function codesOf(texts: readonly string[], pageKey: Uint8Array): PageCode[] {
  const byPage = new Map<string, PageCode>();
  for (const text of texts) {
    const code = readPageCode(text, pageKey);
    if (code) byPage.set(`${code.applicationNumber}.${code.version}.${code.page}`, code);
  }
  return [...byPage.values()];
}
