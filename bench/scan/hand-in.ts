import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkImage } from '@/lib/files/child/check-image';
import type { PageCodes } from '@/lib/files/child/tasks';
import { checkUpload } from '@/lib/files/check-upload';
import type { CorpusCase } from '@/tests/build/scan/corpus';
import { picturesAsPdf } from '@/tests/build/scan/pictures-as-pdf';

/** A file as it is kept after the upload's check. */
export interface HandedInFile {
  file: string;
  mediaType: 'image/jpeg' | 'application/pdf';
  pages: number;
  /** What the check has read on the way; null where it was not asked. */
  pageCodes: PageCodes[] | null;
}

/** Writes what a person would upload: a scanner's file, or a picture a page. */
export async function writeUploads({ isOneFile, sheets }: CorpusCase, folder: string): Promise<string[]> {
  if (!isOneFile) {
    const files = sheets.map((_, index) => path.join(folder, `upload-${index + 1}`));
    await Promise.all(sheets.map(({ picture }, index) => writeFile(files[index] ?? '', picture.bytes)));
    return files;
  }
  const file = path.join(folder, 'upload');
  await writeFile(
    file,
    await picturesAsPdf(sheets.map(({ picture, capture }) => ({ picture, dpi: capture.dpi ?? 150 }))),
  );
  return [file];
}

/** As the product keeps it. Done in this process, where thousands of pages are at stake. */
export async function keepUploads(
  { isOneFile, sheets }: CorpusCase,
  uploads: readonly string[],
): Promise<HandedInFile[]> {
  if (isOneFile) return uploads.map((file) => ({ file, mediaType: 'application/pdf', pages: sheets.length, pageCodes: null }));
  const kept: HandedInFile[] = [];
  for (const upload of uploads) {
    const answer = await checkImage({ source: upload, output: `${upload}.jpg`, purpose: 'STAMPED_FORM' });
    if (answer.outcome === 'refused') throw new Error(`a picture of the corpus was refused: ${answer.code}`);
    kept.push({ file: answer.file, mediaType: 'image/jpeg', pages: 1, pageCodes: null });
  }
  return kept;
}

/** The same through the checking process, as the product does it. */
export async function checkUploads(uploads: readonly string[]): Promise<HandedInFile[]> {
  return Promise.all(
    uploads.map(async (source): Promise<HandedInFile> => {
      const answer = await checkUpload({ source, output: `${source}.jpg`, purpose: 'STAMPED_FORM' });
      if (answer.outcome === 'refused') throw new Error(`a file of the corpus was refused: ${answer.code}`);
      const { file, mediaType, pages, pageCodes } = answer;
      return { file, mediaType, pages, pageCodes };
    }),
  );
}
