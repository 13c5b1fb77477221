import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';

/** As a spreadsheet reads it. */
function read(csv: string): string[][] {
  const rows: string[][] = [];
  const cells = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g;
  let row: string[] = [];
  for (const [, cell = '', end] of csv.slice(1).matchAll(cells)) {
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('a table for spreadsheets', () => {
  it('begins with the mark that makes Chinese readable, and ends its lines as they expect', () => {
    expect(csvOf(['姓名', '次数'], [['陆示例', 3]])).toBe('\uFEFF姓名,次数\r\n陆示例,3\r\n');
  });

  it('quotes what would break a row', () => {
    expect(csvOf(['a'], [['他说“好”, "再见"\n下一行']])).toBe('\uFEFFa\r\n"他说“好”, ""再见""\n下一行"\r\n');
  });

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1'])('keeps %j from being a formula', (text) => {
    expect(read(csvOf(['a'], [[text]]))[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers that are numbers', () => {
    expect(csvOf(['a'], [[-5], [null]])).toBe('\uFEFFa\r\n-5\r\n\r\n');
  });

  it('writes money in yuan with two decimals, and what goes out with its sign', () => {
    expect(csvOf(['a'], [[{ fen: -123_450 }], [{ fen: 7 }]])).toBe('\uFEFFa\r\n-1234.50\r\n0.07\r\n');
  });

  it('gives back whatever was put in, and never begins a cell as a formula does', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('=', '"', ',', '\r\n', '-', '，'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const seen = read(csvOf(['a', 'b'], rows)).slice(1);
        for (const [at, row] of rows.entries()) {
          for (const [column, cell] of row.entries()) {
            const shown = seen[at]?.[column] ?? '';
            expect([cell, `'${cell}`]).toContain(shown);
            expect(shown).not.toMatch(/^[=+\-@]/);
          }
        }
      }),
    );
  });
});
