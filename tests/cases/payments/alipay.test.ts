import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { inTransaction } from '@/lib/db/transaction';
import { checkBooks } from '@/lib/ledger/check-books';
import { carryOutPayment, type PaymentOpened } from '@/lib/payments/carry-out-payment';
import { closeOrder } from '@/lib/payments/close-order';
import { leavePayment } from '@/lib/payments/leave-payment';
import { lockOrder } from '@/lib/payments/lock-order';
import type { PaymentChannel, WireNotice } from '@/lib/payments/provider';
import { providerFor } from '@/lib/payments/providers';
import { queryPayment } from '@/lib/payments/query-payment';
import { receiveNotice } from '@/lib/payments/receive-notice';
import { reconcileOpenAttempts } from '@/lib/payments/reconcile-open-attempts';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import { startPayment } from '@/lib/payments/start-payment';
import { type NoticeListener, noticeListener } from '../../build/notice-listener';
import { payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { openPage, pressPay, type SandboxProcess, sandboxProcess } from '../../build/sandbox-process';

let listener: NoticeListener;
let sandbox: SandboxProcess;
let applicant: PayingApplicant;
const now = payDay;
const later = (minutes: number) => new Date(payDay.getTime() + minutes * 60_000);

beforeAll(async () => {
  listener = await noticeListener();
  sandbox = await sandboxProcess(listener.url);
});
afterAll(async () => {
  await sandbox.remove();
  await listener.stop();
});
beforeEach(async () => {
  listener.answer = take;
  applicant = await payingApplicant();
});

const providers = () => [sandbox.provider, sandbox.alipay];
const ports = (at = now) => ({ providers: providers(), settle: settlePayment, now: at });

/** Each wire has its own address in the product; here one listener tells them apart. */
async function take(notice: WireNotice): Promise<number> {
  const provider = notice.header('wechatpay-signature') ? sandbox.provider : sandbox.alipay;
  return (await receiveNotice({ provider, notice, settle: settlePayment, now })) === 'taken' ? 200 : 401;
}

/** What a button of the pay page does. */
async function choose(channel: PaymentChannel, at = now): Promise<PaymentOpened> {
  const { actor, orderId } = applicant;
  const provider = providerFor(providers(), channel)?.name ?? '';
  const started = await inTransaction(async (tx) =>
    startPayment({ tx, actor, subject: await lockOrder(tx, orderId), input: { channel }, provider, now: at }),
  );
  return carryOutPayment(started, { ...ports(at), actor, payerAddress: '127.0.0.1', returnPath: '/my/orders/1' });
}

const payUrl = async () => (await applicant.order()).attempts[0]?.payUrl ?? '';
const status = async () => (await applicant.order()).status;
const attempts = async () => (await applicant.order()).attempts.map((one) => [one.provider, one.status]);

describe('a payment by Alipay', () => {
  it('is known as soon as the payer has paid, by its notice', async () => {
    await choose('PAGE');
    await pressPay(await openPage(await payUrl()));
    await expect.poll(status).toBe('PAID');
    expect(await checkBooks()).toEqual([]);
  });

  it('is found by asking when every notice was lost, though its page was opened late', async () => {
    listener.answer = async () => 500;
    await choose('WAP');
    // For minutes nobody opens it: it stays payable, and Alipay has never heard of it.
    await reconcileOpenAttempts(ports(later(5)));
    expect(await attempts()).toEqual([['sandbox-alipay', 'CREATED']]);
    await pressPay(await openPage(await payUrl()));
    expect(await reconcileOpenAttempts(ports(later(6)))).toMatchObject({ paid: 1 });
    expect(await status()).toBe('PAID');
  });

  it('that nobody opened in time is over', async () => {
    await choose('PAGE');
    expect(await reconcileOpenAttempts(ports(later(31)))).toMatchObject({ closed: 1 });
    expect(await status()).toBe('UNPAID');
  });
});

describe('changing the way to pay', () => {
  it('ends the first payment at its own provider before the second is opened', async () => {
    await choose('NATIVE');
    const code = await payUrl();
    await choose('PAGE');
    expect(await attempts()).toEqual([['sandbox-alipay', 'CREATED'], ['sandbox', 'CLOSED']]);
    await pressPay(code);
    const page = await openPage(await payUrl());
    await choose('NATIVE', later(1));
    // Closed at the cashier too: the page shows it instead of taking money.
    expect(await pressPay(page)).toBe(200);
    expect(await queryPayment(applicant.orderId, ports(later(2)))).toBe('nothing_yet');
    await pressPay(await payUrl());
    await expect.poll(status).toBe('PAID');
    expect(await attempts()).toEqual([['sandbox', 'SUCCEEDED'], ['sandbox-alipay', 'CLOSED'], ['sandbox', 'CLOSED']]);
  });

  it('after paying opens nothing, whichever way was paid', async () => {
    listener.answer = async () => 500;
    await choose('PAGE');
    await pressPay(await openPage(await payUrl()));
    expect(await choose('NATIVE')).toEqual({ isPaid: true });
    expect(await attempts()).toEqual([['sandbox-alipay', 'SUCCEEDED']]);
  });
});

describe('a page that was left unopened and paid too late', () => {
  it('pays the order as long as that is open', async () => {
    await choose('PAGE');
    const address = await payUrl();
    expect(await leavePayment(applicant.orderId, ports())).toBe('left');
    expect(await status()).toBe('UNPAID');
    await pressPay(await openPage(address));
    await expect.poll(status).toBe('PAID');
  });

  it('goes back through Alipay when the order was closed meanwhile', async () => {
    await choose('PAGE');
    const address = await payUrl();
    await leavePayment(applicant.orderId, ports());
    const { actor, orderId } = applicant;
    await inTransaction(async (tx) => closeOrder({ tx, actor, order: await lockOrder(tx, orderId), reason: '取消', now }));
    await pressPay(await openPage(address));
    await expect.poll(async () => (await applicant.order()).refunds.length).toBe(1);
    const { unmatched, refunds } = await applicant.order();
    expect(unmatched).toMatchObject([{ reason: 'LATE_SUCCESS', provider: 'sandbox-alipay' }]);
    expect(await sendRefund(refunds[0]?.id ?? '', { provider: sandbox.alipay, now })).toBe('given');
    expect((await applicant.order()).unmatched[0]?.resolvedAt).toEqual(now);
    expect(await checkBooks()).toEqual([]);
  });
});
