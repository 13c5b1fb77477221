import { createHash } from 'node:crypto';
import type { ChosenSheet } from './scan-hints';

/** Sixteen hex digits for what whoever attests has before him: the sheet of every page and what was said of it. */
export function seenDigest(chosen: readonly ChosenSheet[]): string {
  const seen = chosen.map(({ page, sheet }) => [
    sheet.id,
    page,
    sheet.lamp,
    sheet.findings.map(({ sentence }) => sentence),
  ]);
  const inOrder = seen.toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex').slice(0, 16);
}
