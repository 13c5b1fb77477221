import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { checkBooks } from '@/lib/ledger/check-books';
import { log } from '@/lib/log';
import { alipayPay } from '@/lib/payments/alipay/alipay-pay';
import { receiveNotice } from '@/lib/payments/receive-notice';
import { signedFields } from '@/lib/payments/sandbox/alipay/signing';
import { asNotice, type NoticeListener, noticeListener } from '../../build/notice-listener';
import { payOnline } from '../../build/pay-online';
import { payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { openPage, pressPay, type SandboxProcess, sandboxProcess } from '../../build/sandbox-process';

let listener: NoticeListener;
let sandbox: SandboxProcess;
let applicant: PayingApplicant;
/** The genuine notice of this applicant's payment, field by field; it never reached the product. */
let genuine: Record<string, string>;
let today = payDay;

beforeAll(async () => {
  listener = await noticeListener();
  sandbox = await sandboxProcess(listener.url);
});
afterAll(async () => {
  await sandbox.remove();
  await listener.stop();
});
beforeEach(async () => {
  // Only a hundred refusals of one day are kept, so every case has days of its own.
  today = new Date(today.getTime() + 2 * 24 * 60 * 60_000);
  applicant = await payingApplicant();
  await payOnline({ ...applicant, provider: sandbox.alipay, channel: 'PAGE', now: payDay });
  const before = listener.heard.length;
  await pressPay(await openPage((await applicant.order()).attempts[0]?.payUrl ?? ''));
  await expect.poll(() => listener.heard.length).toBe(before + 1);
  genuine = Object.fromEntries(new URLSearchParams(listener.heard.at(-1)?.body));
});

const bodyOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const take = (body: string, provider = sandbox.alipay) =>
  receiveNotice({ provider, notice: asNotice({ headers: {}, body }), settle: settlePayment, now: today });

const books = async () => ({
  order: await applicant.order(),
  lines: await db.ledgerEntry.count(),
  events: await db.auditEvent.count(),
  unmatched: await db.unmatchedPayment.count(),
});

/** Refused one by one, kept and logged with the reason, and nothing else is moved. */
async function expectRefused(bodies: string[], because: string, provider = sandbox.alipay): Promise<void> {
  const warn = vi.spyOn(log(), 'warn');
  const before = await books();
  for (const body of bodies) expect(await take(body, provider)).toBe('refused');
  const kept = await db.paymentNotice.findMany({ where: { outcome: 'REFUSED', receivedAt: today }, orderBy: { id: 'asc' } });
  expect(kept.map((notice) => [notice.because, notice.provider])).toEqual(bodies.map(() => [because, 'sandbox-alipay']));
  expect(warn.mock.calls.map(([told]) => told)).toEqual(bodies.map(() => ({ provider: 'sandbox-alipay', because })));
  expect(await books()).toEqual(before);
  warn.mockRestore();
}

/** As Alipay itself would say it. */
function saidByAlipay(change: Record<string, string>): string {
  const directory = path.join(sandbox.directory, 'sandbox-gateway');
  const { alipayPrivateKey } = JSON.parse(fs.readFileSync(path.join(directory, 'alipay-gateway.json'), 'utf8'));
  const { sign: _sign, sign_type: _scheme, ...fields } = genuine;
  return bodyOf(signedFields({ ...fields, ...change }, alipayPrivateKey));
}

function bitChanged(text: string, place: number): string {
  const bytes = Buffer.from(text, 'utf8');
  bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ (1 << (place % 7));
  return bytes.toString('utf8');
}

describe('one changed bit', () => {
  it('in any field is refused, kept and logged', async () => {
    const names = Object.keys(genuine).filter((name) => name !== 'sign' && name !== 'sign_type');
    const changed = names.flatMap((name) => [0, 3].map((place) => bodyOf({ ...genuine, [name]: bitChanged(genuine[name] ?? '', place) })));
    await expectRefused(changed, 'SIGNATURE_WRONG');
  });

  it('anywhere in the signature is refused, also where the last character does not need it', async () => {
    const sign = genuine.sign ?? '';
    const places = Array.from({ length: 40 }, (_, index) => Math.floor((index * (sign.length - 3)) / 40));
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const last = sign.search(/=*$/) - 1;
    const respelt = [1, 2, 4, 8].map((bit) => sign.slice(0, last) + (alphabet[alphabet.indexOf(sign[last] ?? '') ^ bit] ?? '') + sign.slice(last + 1));
    const signs = [...places.map((place) => bitChanged(sign, place)), ...respelt];
    await expectRefused(signs.map((changed) => bodyOf({ ...genuine, sign: changed })), 'SIGNATURE_WRONG');
  });
});

describe('a notice', () => {
  it('with a smaller amount typed in is refused', async () => {
    await expectRefused([bodyOf({ ...genuine, total_amount: '0.01' }), bodyOf({ ...genuine, out_trade_no: 'coaa028other' })], 'SIGNATURE_WRONG');
  });

  it('of Alipay’s own for another application, or another seller, is refused', async () => {
    await expectRefused([saidByAlipay({ app_id: '2021000000000000' }), saidByAlipay({ seller_id: '2088000000000000' })], 'OTHER_MERCHANT');
  });

  it('with the keys of another application is refused', async () => {
    const stranger = alipayPay({ ...sandbox.alipaySettings, appId: '2021999999999999' });
    await expectRefused([bodyOf(genuine)], 'OTHER_MERCHANT', stranger);
  });

  it('played again when Alipay itself has long stopped repeating it is refused', async () => {
    await expectRefused([saidByAlipay({ notify_time: '2025-02-10 10:00:00' })], 'NOT_FRESH');
  });

  it('that is genuine comes twice, moves the books once, and is kept both times', async () => {
    expect(await take(bodyOf(genuine))).toBe('taken');
    const before = await books();
    expect([before.order.status, before.order.paidFen]).toEqual(['PAID', 10_000]);
    expect(await take(bodyOf(genuine))).toBe('taken');
    expect(await books()).toEqual(before);
    const kept = await db.paymentNotice.findMany({ where: { receivedAt: today }, orderBy: { id: 'asc' } });
    expect(kept.map(({ outcome }) => outcome)).toEqual(['SETTLED', 'REPEATED']);
  });

  it('is kept without who has paid, whatever becomes of it', async () => {
    expect(genuine.buyer_logon_id).toContain('@');
    expect(await take(bodyOf(genuine))).toBe('taken');
    expect(await take(bodyOf({ ...genuine, total_amount: '99.00' }))).toBe('refused');
    const kept = await db.paymentNotice.findMany({ where: { receivedAt: today } });
    expect(kept.map(({ outcome }) => outcome).sort()).toEqual(['REFUSED', 'SETTLED']);
    for (const { body } of kept) {
      expect(new URLSearchParams(body).get('buyer_logon_id')).toBe('***');
      expect(body).not.toContain(new URLSearchParams({ x: genuine.buyer_id ?? '' }).toString().slice(2));
      expect(new URLSearchParams(body).get('trade_no')).toBe(genuine.trade_no);
    }
  });

  it('of a refund, or of a trade that was closed, is kept and moves nothing', async () => {
    const before = await books();
    expect(await take(saidByAlipay({ trade_status: 'TRADE_CLOSED', gmt_refund: '2026-11-26 10:00:00.123', refund_fee: '100.00' }))).toBe('taken');
    expect(await take(saidByAlipay({ trade_status: 'TRADE_CLOSED' }))).toBe('taken');
    expect(await books()).toEqual(before);
    const kept = await db.paymentNotice.findMany({ where: { receivedAt: today } });
    expect(kept.map(({ outcome }) => outcome)).toEqual(['IGNORED', 'IGNORED']);
  });

  it('of another amount than was asked for pays nothing: the money is listed for finance staff', async () => {
    expect(await take(saidByAlipay({ total_amount: '99.00' }))).toBe('taken');
    const order = await applicant.order();
    expect([order.status, order.paidFen]).toEqual(['UNPAID', 0]);
    expect(order.unmatched).toMatchObject([{ reason: 'WRONG_AMOUNT', amountFen: 9_900, provider: 'sandbox-alipay' }]);
    expect(await checkBooks()).toEqual([]);
  });
});
