import { checkFile } from './check-file.ts';
import type { CheckAnswer, PageCodes, TaskOf } from './tasks.ts';

/** The verdict first, then for every page its codes, where they are asked for: one process opens the file once. */
export async function* checkAndRead(wanted: TaskOf<'check'>): AsyncGenerator<CheckAnswer | PageCodes> {
  const checked = await checkFile(wanted);
  yield checked;
  if (checked.outcome === 'refused' || !wanted.readsCodes) return;
  const { codesByPage } = await import('./read-codes.ts');
  for await (const { codes } of codesByPage({ source: checked.file, mediaType: checked.mediaType })) yield codes;
}
