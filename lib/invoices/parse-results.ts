import { datesIn } from './issue-date';

/** One line that the tax client gave back. */
export type Result =
  | { line: number; serial: string; outcome: 'issued'; number: string; dates: string[] }
  | { line: number; serial: string; outcome: 'failed'; because: string };

export interface Results {
  results: Result[];
  /** Of our serials, and neither a number nor a failure yet. */
  numberless: { line: number; serial: string }[];
  /** Lines that say nothing that can be understood, counted from 1. */
  unread: number[];
}

const serialPattern = /FP\d{18}/;
const numberPattern = /(?<!\d)\d{20}(?!\d)/;
const dateTitle = '开票日期';

/** Lines copied from the client's table, whatever columns it has: our serial, and the twenty digits or 失败 with a reason. */
export function parseResults(text: string): Results {
  const read: Results = { results: [], numberless: [], unread: [] };
  let dateColumn = -1;
  for (const [index, raw] of text.normalize('NFKC').split(/\r?\n/).entries()) {
    if (raw.trim() === '') continue;
    const line = index + 1;
    const serial = serialPattern.exec(raw)?.[0];
    if (!serial) {
      read.unread.push(line);
      dateColumn = Math.max(dateColumn, cellsOf(raw).indexOf(dateTitle));
      continue;
    }
    const rest = raw.replace(serial, ' ');
    const number = numberPattern.exec(rest)?.[0];
    const because = rest.replace(/[\t,;，；]+/g, ' ').replace(/\s+/g, ' ').trim();
    if (number) read.results.push({ line, serial, outcome: 'issued', number, dates: datesIn(cellsOf(raw)[dateColumn] ?? rest) });
    else if (because.includes('失败')) read.results.push({ line, serial, outcome: 'failed', because: because.slice(0, 300) });
    else read.numberless.push({ line, serial });
  }
  return read;
}

const cellsOf = (line: string): string[] => line.split(/[\t,]/).map((cell) => cell.trim());
