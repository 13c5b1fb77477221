import type { Assembly } from '@/lib/documents/scan/assemble-form';
import { isHint } from '@/lib/documents/scan/finding';
import type { LiveSheet } from './stamped-scan';

export interface ChosenSheet {
  /** Null for one that people have to recognise. */
  page: number | null;
  sheet: LiveSheet;
}

/** What would be handed in: the sheet of every page, and those that nobody could read. */
export function chosenSheets({ pages, unread, missing }: Assembly<LiveSheet>): ChosenSheet[] {
  const known = pages.flatMap(({ page, sheet }) => (sheet ? [{ page, sheet }] : []));
  return missing.length === 0 ? known : [...known, ...unread.map((sheet) => ({ page: null, sheet }))];
}

/** How long an examination may take before people go on without it. */
const patienceMs = 2 * 60_000;

/** Sheets whose examination will be there in a moment. */
export const awaited = (chosen: readonly ChosenSheet[], now: Date): ChosenSheet[] =>
  chosen.filter(({ sheet }) => sheet.lamp === null && now.getTime() - sheet.filedAt.getTime() < patienceMs);

export interface Hint {
  page: number | null;
  sentence: string;
}

/** What the one who hands in has to have seen first. */
export function hintsOf(chosen: readonly ChosenSheet[]): Hint[] {
  return chosen.flatMap(({ page, sheet }): Hint[] => {
    if (sheet.lamp === null) return [{ page, sentence: '这一页还没有检查，由工作人员查看。' }];
    return sheet.findings.filter(isHint).map(({ sentence }) => ({ page, sentence }));
  });
}
