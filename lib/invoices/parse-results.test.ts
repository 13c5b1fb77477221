import { expect, it } from 'vitest';
import { parseResults } from './parse-results';

const [serial, number] = ['FP250210100000123456', '25322000000012345678'];

it('reads what was copied from a table, whatever columns stand between', () => {
  const text = `发票流水号\t购买方\t发票号码\n${serial}\t示例市科技馆\t${number}\t2025-02-10\r\n\n FP250210100000123457 , 开票失败：税号与名称不符 `;
  expect(parseResults(text)).toEqual({
    results: [
      { line: 2, serial, outcome: 'issued', number, dates: ['2025-02-10'] },
      { line: 4, serial: 'FP250210100000123457', outcome: 'failed', because: '开票失败:税号与名称不符' },
    ],
    numberless: [],
    unread: [1],
  });
});

it('takes the date of its column where the table names one', () => {
  const head = '发票流水号\t申请日期\t发票号码\t开票日期';
  const [result] = parseResults(`${head}\n${serial}\t2025-02-08\t${number}\t2025年2月11日`).results;
  expect(result).toMatchObject({ dates: ['2025-02-11'] });
});

it('takes a line without a number for one that is not issued yet, unless it says 失败', () => {
  expect(parseResults(`${serial}\t示例市科技馆\t100.00\t待开具\n${serial}`)).toEqual({
    results: [],
    numberless: [
      { line: 1, serial },
      { line: 2, serial },
    ],
    unread: [],
  });
});

it('takes no longer or shorter row of digits for a number, and no line without our serial', () => {
  expect(parseResults(`${serial} ${number}9`)).toMatchObject({ results: [], numberless: [{ line: 1 }] });
  expect(parseResults(number)).toMatchObject({ results: [], unread: [1] });
});
