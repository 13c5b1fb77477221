import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asNotice, noticeListener, type NoticeListener } from '../../../../tests/build/notice-listener';
import { alipayOfSandbox, openPage, pressPay, wechatOfSandbox } from '../../../../tests/build/sandbox-process';
import { alipayPay } from '../../alipay/alipay-pay';
import { type AlipaySettings, alipaySettings } from '../../alipay/settings';
import { type PaymentProvider, ProviderSilentError } from '../../provider';
import { wechatPayV3 } from '../../wechat/pay-v3';
import { type Gateway, startGateway } from '../gateway';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-alipay-'));
const title = '江苏省初级科技辅导员专业水平认证';
const home = 'http://127.0.0.1:3000/my/orders/coaa028';
let shiftMs = 0;
let gateway: Gateway;
let listener: NoticeListener;
let settings: AlipaySettings;
let provider: PaymentProvider;
let count = 0;

beforeAll(async () => {
  listener = await noticeListener();
  gateway = await startGateway({ directory, port: 0, now: () => Date.now() + shiftMs, noticeDelays: [5, 5, 5] });
  settings = alipayOfSandbox({ directory, url: gateway.url, noticeUrl: listener.url });
  provider = alipayPay(settings);
});

afterAll(async () => {
  await gateway.stop();
  await listener.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

type Wish = Parameters<PaymentProvider['createPayment']>[0];

async function addressed(wish: Partial<Wish> = {}) {
  const outTradeNumber = `coaa028alipay-${++count}`;
  const whole = { outTradeNumber, title, amountFen: 10_000, channel: 'PAGE' as const, validForSeconds: 1800, payerAddress: '', returnUrl: home };
  const creation = await provider.createPayment({ ...whole, ...wish });
  if (creation.answer !== 'created') throw new Error(creation.answer);
  return { outTradeNumber, payUrl: creation.payUrl };
}

async function opened(wish: Partial<Wish> = {}) {
  const { outTradeNumber, payUrl } = await addressed(wish);
  return { outTradeNumber, payUrl, cashier: await openPage(payUrl) };
}

async function paid(wish: Partial<Wish> = {}): Promise<string> {
  const { outTradeNumber, cashier } = await opened(wish);
  expect(await pressPay(cashier)).toBe(303);
  return outTradeNumber;
}

const noticesOf = (number: string) =>
  listener.heard
    .map((heard) => provider.parseNotice(asNotice(heard)))
    .filter((read) => read.genuine && read.outTradeNumber === number);
const setFaults = async (faults: object) =>
  (await fetch(`${gateway.url}/faults`, { method: 'POST', body: JSON.stringify(faults) })).status;
const refundOf = (outTradeNumber: string, refundNumber: string, amountFen: number) => ({
  ...{ refundNumber, outTradeNumber, amountFen, paymentFen: 10_000, reason: '重复付款' },
});

describe('the adapter against the sandbox', () => {
  it.each(['PAGE', 'WAP'] as const)('opens, asks, pays and hears of it in a signed form: %s', async (channel) => {
    const { outTradeNumber, cashier } = await opened({ channel, amountFen: 12_305 });
    expect(await (await fetch(cashier)).text()).toContain('¥123.05');
    expect(await provider.queryPayment(outTradeNumber)).toEqual({ state: 'unpaid' });
    expect(await pressPay(cashier)).toBe(303);
    const report = { amountFen: 12_305, outTradeNumber, provider: 'sandbox-alipay' };
    const told = await provider.queryPayment(outTradeNumber);
    expect(told).toMatchObject({ state: 'paid', report });
    await expect.poll(() => noticesOf(outTradeNumber)).toMatchObject([{ genuine: true, refund: null, report }]);
    const [notice] = noticesOf(outTradeNumber);
    expect(notice?.genuine && notice.report).toEqual(told.state === 'paid' && told.report);
  });

  it('never tells the other wire of its trades', async () => {
    const outTradeNumber = await paid();
    const wechat = wechatPayV3(wechatOfSandbox({ directory, url: gateway.url, noticeUrl: listener.url }));
    expect(await wechat.queryPayment(outTradeNumber)).toEqual({ state: 'unknown' });
    expect(await wechat.refund(refundOf(outTradeNumber, 'R-other-wire', 1))).toMatchObject({ answer: 'refused' });
  });

  it('knows nothing of a payment before its page is opened; it is unpaid, can be closed, and can be opened all the same', async () => {
    const { outTradeNumber, payUrl } = await addressed();
    expect(await provider.queryPayment(outTradeNumber)).toEqual({ state: 'unpaid' });
    expect(await provider.closePayment(outTradeNumber)).toEqual({ isClosed: true });
    await pressPay(await openPage(payUrl));
    expect(await provider.queryPayment(outTradeNumber)).toMatchObject({ state: 'paid' });
  });

  it('closes what is open, not what is paid, and the question tells which it was', async () => {
    const open = await opened();
    expect(await provider.closePayment(open.outTradeNumber)).toEqual({ isClosed: true });
    expect(await provider.closePayment(open.outTradeNumber)).toEqual({ isClosed: false });
    expect(await provider.queryPayment(open.outTradeNumber)).toEqual({ state: 'closed' });
    expect(await pressPay(open.cashier)).toBe(200);
    const outTradeNumber = await paid();
    expect(await provider.closePayment(outTradeNumber)).toEqual({ isClosed: false });
  });

  it('is closed by Alipay itself when the time is over, and its address opens nothing any more', async () => {
    const { outTradeNumber, cashier } = await opened({ validForSeconds: 60 });
    const unopened = await addressed({ validForSeconds: 60 });
    shiftMs = 90_000;
    expect(await provider.queryPayment(outTradeNumber)).toEqual({ state: 'closed' });
    expect(await pressPay(cashier)).toBe(200);
    await expect(openPage(unopened.payUrl)).rejects.toThrow('no page: 400');
    shiftMs = 0;
    expect(await provider.queryPayment(unopened.outTradeNumber)).toEqual({ state: 'unpaid' });
  });

  it('sends the payer back to where he came from, after paying with a signed address', async () => {
    const { outTradeNumber, cashier } = await opened();
    const press = async (button: string) =>
      (await fetch(cashier, { method: 'POST', body: new URLSearchParams({ button }), redirect: 'manual' })).headers.get('location');
    expect(await press('leave')).toBe(home);
    const back = new URL((await press('pay')) ?? '');
    expect([back.origin + back.pathname, back.searchParams.get('out_trade_no')]).toEqual([home, outTradeNumber]);
    expect(settings.sdk.checkNotifySignV2(Object.fromEntries(back.searchParams))).toBe(true);
    // It tells of no money, and is no notice.
    expect(provider.parseNotice({ header: () => '', body: back.searchParams.toString() })).toEqual({ genuine: false, because: 'BODY_UNREADABLE' });
  });

  it('tells again until it is told the word', async () => {
    const { outTradeNumber, cashier } = await opened();
    const bodies = () => listener.heard.map(({ body }) => body).filter((body) => body.includes(`${outTradeNumber}&`));
    listener.answer = async () => (bodies().length < 3 ? 500 : 200);
    await pressPay(cashier);
    await expect.poll(() => bodies().length).toBe(3);
    expect(new Set(bodies().map((body) => new URLSearchParams(body).get('notify_id'))).size).toBe(1);
    listener.answer = async () => 200;
  });
});

describe('a refund', () => {
  it('is given back at once, in parts, and in full closes the trade', async () => {
    const outTradeNumber = await paid();
    const named = { refundNumber: 'RA-first', outTradeNumber };
    const report = { ...named, amountFen: 4_000, state: 'succeeded', provider: 'sandbox-alipay' };
    expect(await provider.queryRefund(named)).toBeNull();
    expect(await provider.refund(refundOf(outTradeNumber, 'RA-first', 4_000))).toMatchObject({ answer: 'accepted', report });
    expect(await provider.queryRefund(named)).toMatchObject({ ...report, finishedAt: expect.any(Date) });
    expect(await provider.queryPayment(outTradeNumber)).toMatchObject({ state: 'paid' });
    await provider.refund(refundOf(outTradeNumber, 'RA-rest', 6_000));
    expect(await provider.queryPayment(outTradeNumber)).toMatchObject({ state: 'refunded' });
  });

  it('asked for again under its number is the same, and more than was paid is refused', async () => {
    const outTradeNumber = await paid();
    const first = await provider.refund(refundOf(outTradeNumber, 'RA-again', 6_000));
    expect(await provider.refund(refundOf(outTradeNumber, 'RA-again', 6_000))).toEqual(first);
    expect(await provider.refund(refundOf(outTradeNumber, 'RA-more', 4_001))).toEqual({ answer: 'refused', code: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL' });
    expect(await provider.refund(refundOf('coaa028never', 'RA-never', 1))).toEqual({ answer: 'refused', code: 'ACQ.TRADE_NOT_EXIST' });
    expect(await provider.queryRefund({ refundNumber: 'RA-never', outTradeNumber: 'coaa028never' })).toBeNull();
  });
});

describe('faults on purpose', () => {
  it('lose a notice, double it, forge another, and fail every question', async () => {
    expect(await setFaults({ notices: 'lost' })).toBe(204);
    const lost = await paid();
    expect(await setFaults({ notices: 'doubled' })).toBe(204);
    const doubled = await paid();
    await expect.poll(() => noticesOf(doubled).length).toBe(2);
    expect(await setFaults({ notices: 'forged' })).toBe(204);
    const before = listener.heard.length;
    const forged = await paid();
    await expect.poll(() => listener.heard.length - before).toBeGreaterThanOrEqual(2);
    expect(noticesOf(forged)).toHaveLength(1);
    expect(await setFaults({ queriesFail: true })).toBe(204);
    await expect(provider.queryPayment(lost)).rejects.toThrow(ProviderSilentError);
    expect(await setFaults({})).toBe(204);
    expect(await provider.queryPayment(lost)).toMatchObject({ state: 'paid' });
  });
});

describe('what is turned away', () => {
  const pair = () =>
    generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
  const otherwise = (change: object) => {
    const facts = { appId: settings.appId, sellerId: settings.sellerId, appPrivateKey: settings.sdk.config.privateKey, alipayPublicKey: settings.sdk.config.alipayPublicKey };
    return alipayPay(alipaySettings({ ...facts, ...change }, settings));
  };

  it('by the gateway: calls and pages signed by another application, and stamps of another time zone', async () => {
    const stranger = otherwise({ appPrivateKey: pair().privateKey });
    await expect(stranger.queryPayment('coaa028nobody')).rejects.toThrow('isv.invalid-signature');
    const wish = { outTradeNumber: 'coaa028stranger', title, amountFen: 1, channel: 'PAGE' as const, validForSeconds: 60, payerAddress: '', returnUrl: home };
    const creation = await stranger.createPayment(wish);
    await expect(openPage(creation.answer === 'created' ? creation.payUrl : '')).rejects.toThrow('验签出错');
    shiftMs = 8 * 3_600_000;
    await expect(provider.queryPayment('coaa028nobody')).rejects.toThrow('isv.invalid-timestamp');
    shiftMs = 0;
  });

  it('by the gateway: an address whose amount was changed on the way', async () => {
    const { payUrl } = await addressed();
    await expect(openPage(payUrl.replace('100.00', '000.01'))).rejects.toThrow('验签出错');
  });

  it('by the adapter: answers that Alipay has not signed, and silence', async () => {
    await expect(otherwise({ alipayPublicKey: pair().publicKey }).queryPayment('coaa028nobody')).rejects.toThrow('without Alipay');
    const nobody = alipayPay({ ...settings, gatewayUrl: 'http://127.0.0.1:9/gateway.do' });
    await expect(nobody.queryPayment('coaa028nobody')).rejects.toThrow(ProviderSilentError);
  });
});
