import { expect, it } from 'vitest';
import { parseResults } from './parse-results';

const [serial, number] = ['FP250210100000123456', '25322000000012345678'];

it('reads what was copied from a table, whatever columns stand between', () => {
  const text = `发票流水号\t购买方\t发票号码\n${serial}\t示例市科技馆\t${number}\t2025-02-10\r\n\n FP250210100000123457 , 税号与名称不符 `;
  expect(parseResults(text)).toEqual({
    results: [
      { line: 2, serial, outcome: 'issued', number },
      { line: 4, serial: 'FP250210100000123457', outcome: 'failed', because: '税号与名称不符' },
    ],
    unread: [1],
  });
});

it('takes no longer or shorter row of digits for a number, and no line without our serial', () => {
  expect(parseResults(`${serial} ${number}9`).results).toMatchObject([{ outcome: 'failed' }]);
  expect(parseResults(`${number}\n${serial}`)).toEqual({ results: [], unread: [1, 2] });
});
