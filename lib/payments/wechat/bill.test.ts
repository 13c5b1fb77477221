import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PaymentProvider } from '../provider';
import { type Gateway, startGateway } from '../sandbox/gateway';
import { openJournal } from '../sandbox/journal';
import { readBill } from './bill';
import { wechatPayV3 } from './pay-v3';
import { merchantFacts, wechatSettings } from './settings';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bill-'));
const noonYesterday = Math.floor((Date.now() + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 20 * 3_600_000;
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const notice = { id: 'n', tries: 99, nextAt: 0, isDelivered: true };

/** What the gateway would have written yesterday. */
function livedYesterday(): void {
  const journal = openJournal(directory);
  const common = { tradeType: 'NATIVE' as const, description: '江苏省初级科技辅导员专业水平认证', notifyUrl: 'http://127.0.0.1:9/notice' };
  for (const [outTradeNumber, totalFen, transactionId] of [
    ['coaa028bill-1', 10_000, '4200001'],
    ['coaa028bill-2', 123, '4200002'],
  ] as const) {
    const times = { createdAt: noonYesterday, expiresAt: noonYesterday + 60_000 };
    const open = { state: 'NOTPAY' as const, transactionId: '', paidAt: 0, token: '0'.repeat(32) };
    journal.write({ kind: 'created', trade: { ...common, ...times, ...open, outTradeNumber, totalFen, notice } });
    journal.write({ kind: 'paid', outTradeNumber, at: noonYesterday, transactionId, noticeId: 'n' });
    journal.write({ kind: 'noticed', outTradeNumber });
  }
  const refund = { refundNumber: 'R1', refundId: '5030001', outTradeNumber: 'coaa028bill-1', amountFen: 2_500, notifyUrl: common.notifyUrl };
  journal.write({ kind: 'refund_created', refund: { ...refund, state: 'PROCESSING', createdAt: noonYesterday, finishedAt: 0, notice } });
  journal.write({ kind: 'refund_finished', refundNumber: 'R1', at: noonYesterday + 3_600_000 });
  journal.write({ kind: 'refund_noticed', refundNumber: 'R1' });
  journal.write({
    kind: 'refund_created',
    refund: {
      ...refund,
      refundNumber: 'R2',
      refundId: '5030002',
      amountFen: 1_000,
      state: 'PROCESSING',
      createdAt: noonYesterday,
      finishedAt: 0,
      notice,
    },
  });
  journal.close();
}

let gateway: Gateway;
let provider: PaymentProvider;

beforeAll(async () => {
  livedYesterday();
  gateway = await startGateway({ directory, port: 0 });
  const facts = merchantFacts.parse(JSON.parse(fs.readFileSync(path.join(directory, 'merchant.json'), 'utf8')));
  provider = wechatPayV3(wechatSettings(facts, { provider: 'sandbox', baseUrl: gateway.url, noticeUrl: 'http://127.0.0.1:9/notice' }));
});

afterAll(async () => {
  await gateway.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

describe('the bill of a day', () => {
  it('names every payment and every refund in whole fen, with what the provider keeps', async () => {
    expect(await provider.dailyBill(dayOf(noonYesterday))).toEqual([
      {
        ...{ kind: 'payment', outTradeNumber: 'coaa028bill-1', providerTransactionId: '4200001', refundNumber: '' },
        ...{ providerRefundId: '', amountFen: 10_000, feeFen: 60, at: new Date(noonYesterday), state: 'done' },
      },
      {
        ...{ kind: 'payment', outTradeNumber: 'coaa028bill-2', providerTransactionId: '4200002', refundNumber: '' },
        ...{ providerRefundId: '', amountFen: 123, feeFen: 1, at: new Date(noonYesterday), state: 'done' },
      },
      {
        ...{ kind: 'refund', outTradeNumber: 'coaa028bill-1', providerTransactionId: '4200001', refundNumber: 'R1' },
        ...{
          providerRefundId: '5030001',
          amountFen: 2_500,
          feeFen: -15,
          at: new Date(noonYesterday + 3_600_000),
          state: 'done',
        },
      },
      {
        ...{ kind: 'refund', outTradeNumber: 'coaa028bill-1', providerTransactionId: '4200001', refundNumber: 'R2' },
        ...{
          providerRefundId: '5030002',
          amountFen: 1_000,
          feeFen: -6,
          at: new Date(noonYesterday),
          state: 'processing',
        },
      },
    ]);
  });

  it('is not there before the day is over, and empty for a day without money', async () => {
    expect(await provider.dailyBill(dayOf(Date.now()))).toBeNull();
    expect(await provider.dailyBill('2001-01-01')).toEqual([]);
  });

  it('says of a refund what became of it, and takes a line of another kind for no payment', () => {
    const head =
      '交易时间,微信订单号,商户订单号,交易状态,微信退款单号,商户退款单号,退款状态,手续费,订单金额,申请退款金额';
    const stateOf = (kind: string, refunded: string) =>
      readBill(
        `${head}\r\n\`2025-02-10 10:00:00,\`4200,\`coaa028,\`${kind},\`5030,\`R1,\`${refunded},\`-0.06000,\`0.00,\`10.00\r\n`,
      )[0]?.state;
    expect(['SUCCESS', 'PROCESSING', 'FAIL', 'CHANGE'].map((state) => stateOf('REFUND', state))).toEqual([
      'done',
      'processing',
      'failed',
      'failed',
    ]);
    expect(() => stateOf('REVOKED', 'SUCCESS')).toThrow('neither payment nor refund');
  });

  it('with a column missing or an amount that is none is not believed', () => {
    expect(() => readBill('交易时间,商户号\r\n`2025-02-10 10:00:00,`1900000001\r\n')).toThrow('a bill without');
    expect(() => readBill('交易时间,商户号\r\n`2025-02-10 10:00:00\r\n')).toThrow('other columns');
  });
});
