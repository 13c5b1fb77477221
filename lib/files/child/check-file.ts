import { stat } from 'node:fs/promises';
import { purposeRules } from '../purposes.ts';
import { Refused } from './refused.ts';
import { sniff } from './sniff.ts';
import type { CheckAnswer, TaskOf } from './tasks.ts';

/** What the file really is, and whether it may be kept. */
export async function checkFile({ source, output, purpose, name }: TaskOf<'check'>): Promise<CheckAnswer> {
  const rule = purposeRules[purpose];
  try {
    const { size } = await stat(source);
    if (size === 0) throw new Refused('EMPTY');
    if (size > rule.maxBytes) throw new Refused('TOO_LARGE', { megabytes: rule.maxBytes / 1024 / 1024 });
    if ((await sniff(source)) === 'image') {
      const { checkImage } = await import('./check-image.ts');
      return await checkImage({ source, output, purpose });
    }
    if (!rule.allowsPdf) throw new Refused('PDF_NOT_ALLOWED', { label: rule.label });
    const { checkPdf } = await import('./check-pdf.ts');
    return await checkPdf({ source, maxPages: rule.maxPages, mustBePaper: rule.isPaper, name });
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'refused', code: error.code, facts: error.facts };
    throw error;
  }
}
