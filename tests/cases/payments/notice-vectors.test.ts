import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { log } from '@/lib/log';
import { receiveNotice } from '@/lib/payments/receive-notice';
import { wechatPayV3 } from '@/lib/payments/wechat/pay-v3';
import { asNotice, type NoticeListener, noticeListener } from '../../build/notice-listener';
import { payOnline } from '../../build/pay-online';
import { payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { pressPay, type SandboxProcess, sandboxProcess } from '../../build/sandbox-process';

type Heard = NoticeListener['heard'][number];

let listener: NoticeListener;
let sandbox: SandboxProcess;
let applicant: PayingApplicant;
let genuine: Heard;
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
  await payOnline({ ...applicant, provider: sandbox.provider, now: payDay });
  const before = listener.heard.length;
  await pressPay((await applicant.order()).attempts[0]?.payUrl ?? '');
  await expect.poll(() => listener.heard.length).toBe(before + 1);
  const heard = listener.heard.at(-1);
  if (!heard) throw new Error('no notice was heard');
  genuine = heard;
});

const take = (heard: Heard, provider = sandbox.provider) =>
  receiveNotice({ provider, notice: asNotice(heard), settle: settlePayment, now: today });

const books = async () => ({
  order: await applicant.order(),
  lines: await db.ledgerEntry.count(),
  events: await db.auditEvent.count(),
  unmatched: await db.unmatchedPayment.count(),
});

const refusals = () =>
  db.paymentNotice.findMany({ where: { outcome: 'REFUSED', receivedAt: today }, orderBy: { id: 'asc' } });

/** Refused one by one, kept and logged with the reason, and nothing else is moved. */
async function expectRefused(changed: Heard[], because: string[], provider = sandbox.provider): Promise<void> {
  const warn = vi.spyOn(log(), 'warn');
  const before = await books();
  for (const heard of changed) expect(await take(heard, provider)).toBe('refused');
  const kept = await refusals();
  expect(kept).toHaveLength(changed.length);
  expect(kept.map((notice) => notice.because).filter((reason) => !because.includes(reason))).toEqual([]);
  expect(warn.mock.calls.map(([told]) => told)).toEqual(
    kept.map((notice) => ({ provider: notice.provider, because: notice.because })),
  );
  expect(await books()).toEqual(before);
  warn.mockRestore();
}

/** About `count` places spread over the whole text and its last character, one bit changed at each. */
function bitsChanged(text: string, count: number): string[] {
  const bytes = Buffer.from(text, 'utf8');
  const step = Math.max(1, Math.floor(bytes.length / count));
  const places = Array.from({ length: Math.ceil(bytes.length / step) }, (_, index) => index * step);
  return [...places, bytes.length - 1].map((place, index) => {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ (1 << (index % 7));
    return changed.toString('utf8');
  });
}

const withHeader = (name: string, value: string): Heard => ({
  headers: { ...genuine.headers, [name]: value },
  body: genuine.body,
});

describe('one changed bit', () => {
  it('anywhere in the body', async () => {
    const bodies = bitsChanged(genuine.body, 60);
    await expectRefused(bodies.map((body) => ({ ...genuine, body })), ['SIGNATURE_WRONG']);
  });

  it.each([
    ['wechatpay-signature', ['SIGNATURE_WRONG']],
    ['wechatpay-nonce', ['SIGNATURE_WRONG']],
    ['wechatpay-timestamp', ['SIGNATURE_WRONG', 'NOT_FRESH']],
    ['wechatpay-serial', ['UNKNOWN_KEY']],
  ])('anywhere in %s', async (name, because) => {
    const values = bitsChanged(genuine.headers[name] ?? '', 60);
    await expectRefused(values.map((value) => withHeader(name, value)), because);
  });

  it('in the bits that the last character of the signature does not need', async () => {
    const signature = genuine.headers['wechatpay-signature'] ?? '';
    const last = signature.search(/=*$/) - 1;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const value = alphabet.indexOf(signature[last] ?? '');
    const respelt = [1, 2, 4, 8].map((bit) => signature.slice(0, last) + (alphabet[value ^ bit] ?? '') + signature.slice(last + 1));
    await expectRefused(respelt.map((text) => withHeader('wechatpay-signature', text)), ['SIGNATURE_WRONG']);
  });
});

describe('a genuine notice', () => {
  it('under the serial of another certificate is refused', async () => {
    await expectRefused([withHeader('wechatpay-serial', 'PUB_KEY_ID_OLD')], ['UNKNOWN_KEY']);
  });

  it('under a certificate that has run out is refused', async () => {
    const { platformKeys } = sandbox.settings;
    const runOut = [...platformKeys].map(([serial, { key }]) => [serial, { key, validUntil: new Date(Date.now() - 1000) }] as const);
    const provider = wechatPayV3({ ...sandbox.settings, platformKeys: new Map(runOut) });
    await expectRefused([genuine], ['KEY_EXPIRED'], provider);
  });

  it('played again after five minutes is refused', async () => {
    const told = Number(genuine.headers['wechatpay-timestamp']);
    vi.useFakeTimers({ toFake: ['Date'], now: (told + 301) * 1000 });
    try {
      await expectRefused([genuine], ['NOT_FRESH']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that comes twice moves the books once, and is kept both times', async () => {
    expect(await take(genuine)).toBe('taken');
    const before = await books();
    expect(before.order.status).toBe('PAID');
    expect(await take(genuine)).toBe('taken');
    expect(await books()).toEqual(before);
    const kept = await db.paymentNotice.findMany({ where: { receivedAt: today }, orderBy: { id: 'asc' } });
    expect(kept.map(({ outcome }) => outcome)).toEqual(['SETTLED', 'REPEATED']);
  });
});
