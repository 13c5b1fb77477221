import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { xlsxOf } from './spreadsheet';

test('a workbook keeps text text and money exact, and runs no formula of anybody', async () => {
  const bytes = await xlsxOf([
    {
      name: '订单',
      columns: [{ title: '姓名' }, { title: '金额', isMoney: true }],
      rows: [
        ['=HYPERLINK("http://evil.example","点我")', { fen: 10_001 }],
        ['+86 025', { fen: -7 }],
        ['0012', null],
      ],
    },
    { name: '说明/一', columns: [{ title: '项目' }], rows: [['@SUM(A1)']] },
  ]);
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['订单', '说明 一']);
  expect(sheets[0]?.rows.map((row) => [...row])).toEqual([
    ['姓名', '金额'],
    ['=HYPERLINK("http://evil.example","点我")', 100.01],
    ['+86 025', -0.07],
    ['0012', null],
  ]);
  const formulas = sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])].filter((cell) => cell.formula));
  expect(formulas).toEqual([]);
});
