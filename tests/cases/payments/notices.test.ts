import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { queryPayment } from '@/lib/payments/query-payment';
import { receiveNotice } from '@/lib/payments/receive-notice';
import type { WireNotice } from '@/lib/payments/provider';
import { wechatPayV3 } from '@/lib/payments/wechat/pay-v3';
import { asNotice, type NoticeListener, noticeListener } from '../../build/notice-listener';
import { payOnline } from '../../build/pay-online';
import { payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { pressPay, type SandboxProcess, sandboxProcess } from '../../build/sandbox-process';

let listener: NoticeListener;
let sandbox: SandboxProcess;
let applicant: PayingApplicant;
const now = payDay;

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

async function take(notice: WireNotice): Promise<number> {
  const answer = await receiveNotice({ provider: sandbox.provider, notice, settle: settlePayment, now });
  return answer === 'taken' ? 204 : 401;
}

const open = async (): Promise<string> => {
  await payOnline({ ...applicant, provider: sandbox.provider, now });
  return (await applicant.order()).attempts[0]?.payUrl ?? '';
};
const status = async () => (await applicant.order()).status;
const outcomes = async () => {
  const { attempts } = await applicant.order();
  const kept = await db.paymentNotice.findMany({ where: { outTradeNumber: attempts[0]?.outTradeNumber ?? '' } });
  return kept.map(({ outcome }) => outcome).sort();
};
const refusals = () => db.paymentNotice.findMany({ where: { outcome: 'REFUSED' }, orderBy: { id: 'desc' } });
const lastHeard = () => {
  const notice = listener.heard.at(-1);
  if (!notice) throw new Error('no notice was heard');
  return notice;
};

/** A real notice of this applicant's payment that never reached the product. */
async function undelivered(): Promise<{ headers: Record<string, string>; body: string }> {
  const before = listener.heard.length;
  listener.answer = async () => 204;
  await pressPay(await open());
  await expect.poll(() => listener.heard.length).toBe(before + 1);
  return lastHeard();
}

describe('a notice from the sandbox process', () => {
  it('pays the order', async () => {
    expect(await pressPay(await open())).toBe(200);
    await expect.poll(status, { timeout: 10_000 }).toBe('PAID');
    expect(await outcomes()).toEqual(['SETTLED']);
  });

  it('that comes a hundred times at once changes the books once, and every one is kept', async () => {
    const notice = asNotice(await undelivered());
    const answers = await Promise.all(Array.from({ length: 100 }, () => take(notice)));
    expect(new Set(answers)).toEqual(new Set([204]));
    const kept = await outcomes();
    expect([kept.length, kept.filter((outcome) => outcome === 'SETTLED').length]).toEqual([100, 1]);
    expect(await db.auditEvent.count({ where: { stream: `order:${applicant.orderId}`, name: 'order_paid' } })).toBe(1);
  });

  it('that is lost is made good by asking', async () => {
    await undelivered();
    expect(await status()).toBe('PAYING');
    const answer = await queryPayment(applicant.orderId, { providers: [sandbox.provider], settle: settlePayment, now });
    expect(answer).toBe('paid');
    expect(await status()).toBe('PAID');
  });

  it('is told again after the gateway was killed while it was telling', async () => {
    const before = listener.heard.length;
    listener.answer = () => new Promise(() => undefined);
    await pressPay(await open());
    await expect.poll(() => listener.heard.length).toBe(before + 1);
    await sandbox.kill();
    expect(await status()).toBe('PAYING');
    listener.answer = take;
    await sandbox.start();
    await expect.poll(status, { timeout: 10_000 }).toBe('PAID');
  });
});

describe('a notice that is not what it says', () => {
  it('is refused and kept as refused when one character of its body was changed', async () => {
    const { headers, body } = await undelivered();
    for (const at of [10, Math.floor(body.length / 2), body.length - 3]) {
      const changed = body.slice(0, at) + (body[at] === 'A' ? 'B' : 'A') + body.slice(at + 1);
      expect(await take(asNotice({ headers, body: changed }))).toBe(401);
    }
    expect((await refusals()).slice(0, 3).map(({ because }) => because)).toEqual(Array(3).fill('SIGNATURE_WRONG'));
    expect(await status()).toBe('PAYING');
  });

  it('is refused without a signature, under an unknown key, and as somebody else’s', async () => {
    const { headers, body } = await undelivered();
    const { 'wechatpay-signature': _, ...unsigned } = headers;
    expect(await take(asNotice({ headers: unsigned, body }))).toBe(401);
    expect(await take(asNotice({ headers: { ...headers, 'wechatpay-serial': 'PUB_KEY_ID_OLD' }, body }))).toBe(401);
    const otherMerchant = wechatPayV3({ ...sandbox.settings, merchantId: '1900000000' });
    await receiveNotice({ provider: otherMerchant, notice: asNotice({ headers, body }), settle: settlePayment, now });
    expect((await refusals()).slice(0, 3).map(({ because }) => because)).toEqual([
      'OTHER_MERCHANT',
      'UNKNOWN_KEY',
      'HEADERS_MISSING',
    ]);
    expect(await status()).toBe('PAYING');
  });

  it('is refused when it is played again after five minutes', async () => {
    const { headers, body } = await undelivered();
    const old = String(Number(headers['wechatpay-timestamp']) - 301);
    expect(await take(asNotice({ headers: { ...headers, 'wechatpay-timestamp': old }, body }))).toBe(401);
    expect((await refusals())[0]).toMatchObject({ because: 'NOT_FRESH' });
    expect(await status()).toBe('PAYING');
  });

  it('cannot be changed or removed afterwards', async () => {
    await undelivered();
    await take(asNotice(lastHeard()));
    await expect(db.paymentNotice.deleteMany({})).rejects.toThrow('append-only');
  });
});

describe('a flood of rubbish', () => {
  it('is refused, and fills no table', async () => {
    const rubbish = asNotice({ headers: {}, body: 'x'.repeat(50_000) });
    const before = await db.paymentNotice.count({ where: { outcome: 'REFUSED' } });
    for (let sent = 0; sent < 150; sent++) expect(await take(rubbish)).toBe(401);
    const kept = (await db.paymentNotice.count({ where: { outcome: 'REFUSED' } })) - before;
    expect(kept).toBeLessThanOrEqual(100);
    expect((await refusals())[0]?.body.length).toBe(4000);
  });
});
