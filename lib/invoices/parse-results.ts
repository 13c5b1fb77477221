/** One line that the tax client gave back. */
export type Result =
  | { line: number; serial: string; outcome: 'issued'; number: string }
  | { line: number; serial: string; outcome: 'failed'; because: string };

export interface Results {
  results: Result[];
  /** Lines that say nothing that can be understood, counted from 1. */
  unread: number[];
}

const serialPattern = /FP\d{18}/;
const numberPattern = /(?<!\d)\d{20}(?!\d)/;

/** Lines copied from the client's table, whatever columns it has: our serial, and the twenty digits or a reason. */
export function parseResults(text: string): Results {
  const results: Result[] = [];
  const unread: number[] = [];
  for (const [index, raw] of text.normalize('NFKC').split(/\r?\n/).entries()) {
    const line = index + 1;
    if (raw.trim() === '') continue;
    const serial = serialPattern.exec(raw)?.[0];
    const rest = serial ? raw.replace(serial, ' ') : raw;
    const number = numberPattern.exec(rest)?.[0];
    const because = rest.replace(/[\t,;，；]+/g, ' ').replace(/\s+/g, ' ').trim();
    if (serial && number) results.push({ line, serial, outcome: 'issued', number });
    else if (serial && because) results.push({ line, serial, outcome: 'failed', because: because.slice(0, 300) });
    else unread.push(line);
  }
  return { results, unread };
}
