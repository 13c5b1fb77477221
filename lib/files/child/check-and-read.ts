import { readFile } from 'node:fs/promises';
import { purposeRules } from '../purposes.ts';
import { checkFile } from './check-file.ts';
import { openPdf } from './pdfium.ts';
import type { CheckAnswer, PageCodes, TaskOf } from './tasks.ts';

/** The verdict first, then for every page its codes, where they are asked for: one process opens the file once. */
export async function* checkAndRead(wanted: TaskOf<'check'>): AsyncGenerator<CheckAnswer | PageCodes> {
  const checked = await checkFile(wanted);
  yield checked;
  if (checked.outcome === 'refused' || !wanted.readsCodes) return;
  const { codesByPage } = await import('./read-codes.ts');
  yield* codesByPage({ source: checked.file, mediaType: checked.mediaType, part: wanted.readsCodes });
}

/** What is wrong with a file, the check says: here it only has no codes. */
export async function* readLaterCodes({ source }: TaskOf<'read-later-codes'>): AsyncGenerator<PageCodes> {
  const bytes = await readFile(source);
  const pdf = await openPdf(bytes).catch(() => null);
  if (!pdf || pdf.pages > purposeRules.STAMPED_FORM.maxPages) return;
  const { codesByPage } = await import('./read-codes.ts');
  yield* codesByPage({ source, mediaType: 'application/pdf', part: 'later' });
}
