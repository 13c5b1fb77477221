import { beforeEach, describe, expect, it } from 'vitest';
import { randomInt } from 'node:crypto';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { enterPayout } from '@/lib/payments/payouts/enter-payout';
import { listedPayouts } from '@/lib/payments/payouts/payout-queries';
import { lockPayout, reversePayout } from '@/lib/payments/payouts/reverse-payout';
import { enterPayoutInput } from '@/lib/payments/payouts/schema';
import { financeOf, payDay as now, payingApplicant } from '../../build/paying-applicant';

let finance: Actor;
let reference: string;

beforeEach(async () => {
  await payingApplicant();
  finance = await financeOf('jiangsu');
  reference = `BANK${randomInt(1e12)}`;
});

const typed = (change: Record<string, string> = {}) =>
  enterPayoutInput.parse({ provider: 'wechat', amount: '994.00', bankReference: reference, arrivedOn: '2025-02-10', ...change });
const enter = (change: Record<string, string> = {}, actor = finance) =>
  inTransaction((tx) => enterPayout({ tx, actor, subject: { payeeId: actor.associationId ?? '' }, input: typed(change), now }));
const booked = async () => {
  const rows = await db.payout.findMany({ where: { bankReference: reference } });
  const keys = rows.flatMap(({ id }) => [`payout:${id}`, `payout:reversed:${id}`]);
  const entries = await db.ledgerEntry.findMany({ where: { transaction: { key: { in: keys } } }, orderBy: { id: 'asc' } });
  return entries.map(({ account, amountFen }) => [account, amountFen]);
};

describe('a settlement on the bank account', () => {
  it('comes from one of the platforms, and from nobody else', () => {
    for (const provider of ['', 'bank', 'paypal', 'WECHAT']) expect(() => typed({ provider })).toThrow('请选择支付平台');
    expect(typed({ provider: 'alipay' }).provider).toBe('alipay');
  });

  it('moves the money from the provider to the bank, once for one number of the bank', async () => {
    const answers = await Promise.all([enter(), enter(), enter()]);
    expect(answers.map(({ isNew }) => isNew).sort()).toEqual([false, false, true]);
    expect(await booked()).toEqual([['BANK', 99_400], ['GATEWAY', -99_400]]);
    expect((await listedPayouts(finance)).filter(({ bankReference }) => bankReference === reference)).toHaveLength(1);
    expect((await listedPayouts(await financeOf('zhejiang'))).filter(({ bankReference }) => bankReference === reference)).toHaveLength(0);
    expect(await checkBooks()).toEqual([]);
  });

  it('under a number that is used for something else is refused', async () => {
    await enter();
    await expect(enter({ amount: '994.01' })).rejects.toThrow('已登记为另一笔结算');
    expect(await enter({}, await financeOf('zhejiang'))).toMatchObject({ isNew: true });
    await expect(enter({ arrivedOn: '2025-02-11', bankReference: `${reference}X` })).rejects.toThrow('不能晚于今天');
  });

  it('entered by mistake is taken back by a second entry, and can be entered rightly', async () => {
    const { payout } = await enter();
    const reverse = () =>
      inTransaction(async (tx) => reversePayout({ tx, actor: finance, subject: await lockPayout(tx, payout.id), input: { reason: '金额录错' }, now }));
    await reverse();
    await expect(reverse()).rejects.toThrow('已撤销');
    expect((await enter({ amount: '995' })).isNew).toBe(true);
    expect((await booked()).reduce((sum, [, amountFen]) => sum + Number(amountFen), 0)).toBe(0);
    expect(await db.auditEvent.count({ where: { name: 'payout_reversed', data: { path: ['payoutId'], equals: payout.id } } })).toBe(1);
  });
});
