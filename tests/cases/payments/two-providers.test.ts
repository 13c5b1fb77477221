import { beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { carryOutPayment, type PaymentOpened } from '@/lib/payments/carry-out-payment';
import { closeExpired } from '@/lib/payments/close-expired';
import { leavePayment } from '@/lib/payments/leave-payment';
import { lockOrder } from '@/lib/payments/lock-order';
import type { PaymentChannel } from '@/lib/payments/provider';
import { providerFor } from '@/lib/payments/providers';
import { queryPayment } from '@/lib/payments/query-payment';
import { reconcileOpenAttempts } from '@/lib/payments/reconcile-open-attempts';
import { startPayment } from '@/lib/payments/start-payment';
import { memoryProvider, type MemoryProvider } from '@/tests/build/memory-provider';
import { payDay, type PayingApplicant, payingApplicant } from '@/tests/build/paying-applicant';

let applicant: PayingApplicant;
let wechat: MemoryProvider;
let alipay: MemoryProvider;

beforeEach(async () => {
  applicant = await payingApplicant();
  wechat = Object.assign(memoryProvider(), { name: `memory-wechat-${applicant.orderId}` });
  alipay = Object.assign(memoryProvider(), { name: `memory-alipay-${applicant.orderId}`, way: 'alipay' });
});

const later = (minutes: number) => new Date(payDay.getTime() + minutes * 60_000);
const ports = (now = payDay) => ({ providers: [wechat, alipay], settle: settlePayment, now });

/** What a button of the pay page does. */
async function choose(channel: PaymentChannel, now = payDay): Promise<PaymentOpened> {
  const { actor, orderId } = applicant;
  const provider = providerFor([wechat, alipay], channel)?.name ?? '';
  const started = await inTransaction(async (tx) =>
    startPayment({ tx, actor, subject: await lockOrder(tx, orderId), input: { channel }, provider, now }),
  );
  return carryOutPayment(started, { ...ports(now), actor, payerAddress: '127.0.0.1', returnPath: '/my/orders' });
}

const attempts = async () =>
  (await db.paymentAttempt.findMany({ where: { orderId: applicant.orderId }, orderBy: { sequence: 'asc' } })).map(
    ({ provider, channel, status }) => [provider === alipay.name ? 'alipay' : 'wechat', channel, status],
  );
const numberOf = async (sequence: number) =>
  (await db.paymentAttempt.findFirstOrThrow({ where: { orderId: applicant.orderId, sequence } })).outTradeNumber;

describe('the payer who begins with WeChat and then chooses Alipay', () => {
  it('has the first payment closed at WeChat before the second is opened at Alipay', async () => {
    await choose('NATIVE');
    expect(await choose('PAGE')).toEqual({ isPaid: false });
    expect(wechat.calls).toEqual(['create', 'query', 'close']);
    expect(alipay.calls).toEqual(['create']);
    expect(wechat.pay(await numberOf(1))).toBeNull();
    expect(await attempts()).toEqual([['wechat', 'NATIVE', 'CLOSED'], ['alipay', 'PAGE', 'CREATED']]);
  });

  it('who has paid at WeChat meanwhile has paid, and nothing is opened at Alipay', async () => {
    await choose('NATIVE');
    wechat.pay(await numberOf(1));
    expect(await choose('PAGE')).toEqual({ isPaid: true });
    expect(alipay.calls).toEqual([]);
    expect((await applicant.order()).status).toBe('PAID');
    expect(await attempts()).toEqual([['wechat', 'NATIVE', 'SUCCEEDED']]);
  });

  it('gets nothing at Alipay while WeChat does not answer, for nobody knows whether he has paid', async () => {
    await choose('NATIVE');
    wechat.isSilent = true;
    await expect(choose('PAGE')).rejects.toThrow('支付通道暂时没有应答');
    expect(alipay.calls).toEqual([]);
    expect(await attempts()).toEqual([['wechat', 'NATIVE', 'CREATED']]);
  });

  it('who pays both all the same gets the second one back', async () => {
    await choose('NATIVE');
    await choose('PAGE');
    const [first, second] = [await numberOf(1), await numberOf(2)];
    const trade = wechat.trades.get(first);
    if (trade) trade.state = 'open';
    const reports = [alipay.pay(second), wechat.pay(first)];
    for (const report of reports) if (report) await settlePayment({ told: { state: 'paid', report }, now: payDay });
    const order = await applicant.order();
    expect([order.status, order.paidFen]).toEqual(['PAID', 10_000]);
    expect(order.unmatched).toMatchObject([{ reason: 'DUPLICATE', provider: wechat.name }]);
    expect(order.refunds).toMatchObject([{ provider: wechat.name, status: 'APPROVED', outTradeNumber: first }]);
  });
});

describe('a question goes to the provider that the attempt was made at', () => {
  it('when the payer asks, gives up, or nobody pays in time', async () => {
    await choose('WAP');
    expect(await queryPayment(applicant.orderId, ports(later(1)))).toBe('nothing_yet');
    expect(await leavePayment(applicant.orderId, ports(later(2)))).toBe('left');
    await choose('WAP', later(3));
    await reconcileOpenAttempts(ports(later(50)));
    expect(wechat.calls).toEqual([]);
    expect(await attempts()).toEqual([['alipay', 'WAP', 'CLOSED'], ['alipay', 'WAP', 'CLOSED']]);
  });

  it('and one that is silent keeps nobody from asking the other', async () => {
    await choose('PAGE');
    alipay.pay(await numberOf(1));
    wechat.isSilent = true;
    expect(await reconcileOpenAttempts(ports(later(1)))).toMatchObject({ paid: 1, silent: 0 });
  });

  it('and stays open where that provider is not set up any more', async () => {
    await choose('PAGE');
    const order = await applicant.order();
    const now = new Date(order.expiresAt.getTime() + 1000);
    const alone = { providers: [wechat], settle: settlePayment, now };
    await closeExpired({ now, ports: alone });
    expect((await applicant.order()).status).toBe('PAYING');
    await expect(queryPayment(applicant.orderId, alone)).rejects.toThrow('支付通道暂时没有应答');
    expect(wechat.calls).toEqual([]);
  });
});
