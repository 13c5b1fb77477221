import { randomInt } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { enterPayout } from '@/lib/payments/payouts/enter-payout';
import { lockPayout, reversePayout } from '@/lib/payments/payouts/reverse-payout';
import { enterPayoutInput } from '@/lib/payments/payouts/schema';
import { returnByHand } from '@/lib/payments/refunds/decide-refund';
import { lockRefund } from '@/lib/payments/refunds/lock-refund';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import { memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { financeOf, payDay as now, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { confirmTransfer, handIn } from '../../build/transfers';

let applicant: PayingApplicant;
let finance: Actor;
let number: string;

beforeEach(async () => {
  applicant = await payingApplicant();
  finance = await financeOf('jiangsu');
  number = `BOC${randomInt(1e12)}`;
});

const payOut = (by = finance) =>
  inTransaction((tx) => {
    const input = enterPayoutInput.parse({ provider: 'wechat', amount: '994', bankReference: number, arrivedOn: '2025-02-10' });
    return enterPayout({ tx, actor: by, subject: { payeeId: by.associationId ?? '' }, input, now });
  });
const confirm = async (payer: PayingApplicant) => confirmTransfer({ voucherId: await handIn(payer), bankReference: number, by: finance });

/** Paid twice, and the provider will not give the second payment back. */
async function failedRefund(): Promise<string> {
  const provider = Object.assign(memoryProvider(), { name: `memory-${applicant.orderId}`, refunding: 'refused' as const });
  await payOnline({ ...applicant, provider, now });
  const [attempt] = (await applicant.order()).attempts;
  for (const transaction of ['T1', 'T2']) {
    const report = {
      ...{ provider: provider.name, outTradeNumber: attempt?.outTradeNumber ?? '', amountFen: 10_000, paidAt: now },
      providerTransactionId: `${transaction}-${applicant.orderId}`,
    };
    await settlePayment({ told: { state: 'paid', report }, now });
  }
  const refund = await db.refund.findFirstOrThrow({ where: { orderId: applicant.orderId } });
  await sendRefund(refund.id, { provider, now });
  return refund.id;
}
const byHand = (refundId: string) =>
  inTransaction(async (tx) => returnByHand({ tx, actor: finance, subject: await lockRefund(tx, refundId), input: { bankReference: number }, now }));

describe('a number of the bank', () => {
  it('that is a settlement is no payer’s transfer and no refund, until the settlement is taken back', async () => {
    const { payout } = await payOut();
    await expect(confirm(applicant)).rejects.toThrow('登记为另一笔结算到账（微信支付 ¥994.00，2025-02-10）');
    await inTransaction(async (tx) => reversePayout({ tx, actor: finance, subject: await lockPayout(tx, payout.id), input: { reason: '录错' }, now }));
    const [voucher] = (await applicant.order()).vouchers;
    expect(await confirmTransfer({ voucherId: voucher?.id ?? '', bankReference: number, by: finance })).toMatchObject({ settled: true });
    const { number: orderNumber } = await applicant.order();
    await expect(payOut()).rejects.toThrow(`用于订单 ${orderNumber} 的转账凭证`);
    expect(await checkBooks()).toEqual([]);
  });

  it('that went out with a refund pays nothing, and names the refund', async () => {
    const refundId = await failedRefund();
    await byHand(refundId);
    const { number: refundNumber } = await db.refund.findUniqueOrThrow({ where: { id: refundId } });
    await expect(confirm(await payingApplicant())).rejects.toThrow(`用于退款 ${refundNumber}`);
    await expect(payOut()).rejects.toThrow(`用于退款 ${refundNumber}`);
  });

  it('is used once, by whoever is first of three at the same moment', async () => {
    const refundId = await failedRefund();
    const payer = await payingApplicant();
    const voucherId = await handIn(payer);
    const answers = await Promise.allSettled([byHand(refundId), payOut(), confirmTransfer({ voucherId, bankReference: number, by: finance })]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const answer of answers) if (answer.status === 'rejected') expect(String(answer.reason)).toContain('这个银行流水号已');
    expect(await db.bankReference.count({ where: { reference: number } })).toBe(1);
    expect(await checkBooks()).toEqual([]);
  });

  it('on the account of another association is another transfer', async () => {
    await payOut(await financeOf('zhejiang'));
    expect(await confirm(applicant)).toMatchObject({ settled: true });
  });
});
