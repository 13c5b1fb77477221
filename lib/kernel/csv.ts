import { plainYuan } from './money';

/** `fen` is written in yuan with two decimals. */
export type CsvCell = string | number | { fen: number } | null;

/**
 * Comma-separated text as spreadsheets in China open it rightly: UTF-8 with a byte order mark, lines ended by CR LF.
 * Text that a spreadsheet would take for a formula is kept text by an apostrophe.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  if (cell !== null && typeof cell === 'object') return plainYuan(cell.fen);
  const text = harmless(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Also after blanks and in full width: some programs look past the one and fold the other. */
const harmless = (text: string): string => (/^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text);
