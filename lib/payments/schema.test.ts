import { describe, expect, it } from 'vitest';
import { bankReference, confirmVoucherInput, orderFilters, refuseVoucherInput, uploadVoucherInput } from './schema';

const id = '01a20bda-9a22-777c-9d20-b1fcc77f3800';

describe('what is typed about money', () => {
  it('is read in every usual spelling', () => {
    const typed = {
      orderId: id,
      fileId: id,
      payerName: ' 示例小学 ',
      paidOn: '2025年2月9日',
      amount: '￥1００.0',
    };
    expect(uploadVoucherInput.parse(typed)).toMatchObject({
      payerName: '示例小学',
      paidOn: '2025-02-09',
      amount: 10_000,
    });
  });

  it('is refused with what to do', () => {
    const typed = { orderId: id, fileId: '', payerName: ' ', paidOn: '2025-02-30', amount: '0' };
    const sentences = uploadVoucherInput.safeParse(typed).error?.issues.map(({ message }) => message);
    expect(sentences).toEqual([
      '请先上传转账凭证。',
      '请填写付款户名。',
      '请填写日期，例如 2025-03-03。',
      '请填写金额，例如 100.00。',
    ]);
  });
});

describe('a bank’s number of a transfer', () => {
  it('is one and the same however it is typed', () => {
    const spellings = ['boc2025021000123', 'BOC 2025 0210 00123', 'ＢＯＣ２０２５０２１０００１２３'];
    expect(new Set(spellings.map((text) => bankReference.parse(text)))).toEqual(new Set(['BOC2025021000123']));
  });

  it('is not empty, short or a sentence', () => {
    for (const text of ['', '123', '没有流水号', 'A'.repeat(65)])
      expect(bankReference.safeParse(text).success).toBe(false);
    expect(confirmVoucherInput.safeParse({ voucherId: id, bankReference: '', arrived: '100' }).success).toBe(false);
  });
});

describe('a refusal', () => {
  it('names the money that came, or none', () => {
    const note = '金额不符';
    const parse = (typed: object) => refuseVoucherInput.safeParse({ voucherId: id, note, ...typed });
    expect(parse({ bankReference: '', arrived: '' }).data).toMatchObject({ note, bankReference: undefined });
    expect(parse({ bankReference: 'BOC1', arrived: '90' }).data).toMatchObject({
      bankReference: 'BOC1',
      arrived: 9000,
    });
    expect(parse({ bankReference: 'BOC1', arrived: '' }).success).toBe(false);
    expect(parse({ bankReference: '', arrived: '90' }).success).toBe(false);
    expect(refuseVoucherInput.safeParse({ voucherId: id, note: ' ' }).success).toBe(false);
  });
});

describe('filters of the list', () => {
  it('leave out what cannot be read', () => {
    expect(orderFilters.parse({ status: 'LOST', from: 'soon', page: '-1', q: ' 林 ' })).toEqual({ q: '林', page: 1 });
    expect(orderFilters.parse({ status: 'PAID', from: '2025-02-01', page: '3' })).toEqual({
      status: 'PAID',
      from: '2025-02-01',
      page: 3,
    });
  });
});
