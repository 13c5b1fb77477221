import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeListener, type NoticeListener } from '../../../tests/build/notice-listener';
import { pressPay } from '../../../tests/build/sandbox-process';
import { type PaymentProvider, ProviderSilentError } from '../provider';
import { wechatPayV3 } from '../wechat/pay-v3';
import { merchantFacts, type WechatPaySettings, wechatSettings } from '../wechat/settings';
import { type Gateway, startGateway } from './gateway';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-'));
let shiftMs = 0;
let gateway: Gateway;
let listener: NoticeListener;
let settings: WechatPaySettings;
let provider: PaymentProvider;
let count = 0;

beforeAll(async () => {
  listener = await noticeListener();
  gateway = await startGateway({
    directory,
    port: 0,
    now: () => Date.now() + shiftMs,
    noticeDelays: [5, 5, 5],
  });
  const facts = merchantFacts.parse(JSON.parse(fs.readFileSync(path.join(directory, 'merchant.json'), 'utf8')));
  settings = wechatSettings(facts, { provider: 'sandbox', baseUrl: gateway.url, noticeUrl: listener.url });
  provider = wechatPayV3(settings);
});

afterAll(async () => {
  await gateway.stop();
  await listener.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

const freshNumber = () => `coaa028test-${++count}`;

async function opened(wish: Partial<Parameters<PaymentProvider['createPayment']>[0]> = {}) {
  const outTradeNumber = freshNumber();
  const creation = await provider.createPayment({
    outTradeNumber,
    title: '江苏省初级科技辅导员专业水平认证',
    amountFen: 10_000,
    channel: 'NATIVE',
    validForSeconds: 1800,
    payerAddress: '',
    returnUrl: '',
    ...wish,
  });
  if (creation.answer !== 'created') throw new Error(creation.answer);
  return { outTradeNumber: wish.outTradeNumber ?? outTradeNumber, payUrl: creation.payUrl };
}

describe('the adapter against the sandbox', () => {
  it('opens, asks, pays and hears of it in a signed, encrypted notice', async () => {
    const { outTradeNumber, payUrl } = await opened();
    expect(await provider.queryPayment(outTradeNumber)).toEqual({ state: 'unpaid' });
    expect(await pressPay(payUrl)).toBe(200);
    const told = await provider.queryPayment(outTradeNumber);
    expect(told).toMatchObject({ state: 'paid', report: { amountFen: 10_000, outTradeNumber, provider: 'sandbox' } });
    await expect.poll(() => listener.heard.length).toBe(1);
    const notice = listener.heard[0];
    expect(notice?.body).not.toContain(outTradeNumber);
    const read = provider.parseNotice({
      header: (name) => notice?.headers[name.toLowerCase()] ?? '',
      body: notice?.body ?? '',
    });
    expect(read).toMatchObject({ genuine: true, outTradeNumber, report: { amountFen: 10_000 } });
  });

  it('opens a page for phones, and answers the same number with the same page', async () => {
    const first = await opened({ channel: 'H5', payerAddress: '192.0.2.1' });
    const again = await opened({ channel: 'H5', payerAddress: '192.0.2.1', outTradeNumber: first.outTradeNumber });
    expect(again.payUrl).toBe(first.payUrl);
  });

  it('refuses a number that is used with another amount', async () => {
    const { outTradeNumber } = await opened();
    const wish = {
      outTradeNumber,
      title: '别的',
      amountFen: 1,
      channel: 'NATIVE' as const,
      validForSeconds: 60,
      payerAddress: '',
      returnUrl: '',
    };
    expect(await provider.createPayment(wish)).toEqual({ answer: 'finished' });
  });

  it('leaves an expired trade NOTPAY until it is closed, and lets nobody pay it', async () => {
    const { outTradeNumber, payUrl } = await opened({ validForSeconds: 60 });
    shiftMs = 90_000;
    expect(await pressPay(payUrl)).toBe(200);
    expect(await provider.queryPayment(outTradeNumber)).toEqual({ state: 'unpaid' });
    expect(await provider.closePayment(outTradeNumber)).toEqual({ isClosed: true });
    expect(await provider.queryPayment(outTradeNumber)).toEqual({ state: 'closed' });
    shiftMs = 0;
  });

  it('does not close what was paid, and closing twice is no harm', async () => {
    const paid = await opened();
    await pressPay(paid.payUrl);
    expect(await provider.closePayment(paid.outTradeNumber)).toEqual({ isClosed: false });
    const open = await opened();
    expect(await provider.closePayment(open.outTradeNumber)).toEqual({ isClosed: true });
    expect(await provider.closePayment(open.outTradeNumber)).toEqual({ isClosed: true });
  });

  it('never heard of other numbers', async () => {
    expect(await provider.queryPayment('coaa028nobody')).toEqual({ state: 'unknown' });
    expect(await provider.closePayment('coaa028nobody')).toEqual({ isClosed: true });
  });

  it('tells again until it is heard', async () => {
    const before = listener.heard.length;
    listener.answer = async () => (listener.heard.length < before + 3 ? 500 : 204);
    const { payUrl } = await opened();
    await pressPay(payUrl);
    await expect.poll(() => listener.heard.length).toBe(before + 3);
    const ids = listener.heard.slice(before).map(({ body }) => JSON.parse(body).id);
    expect(new Set(ids).size).toBe(1);
    listener.answer = async () => 204;
  });
});

describe('what the gateway turns away', () => {
  it('calls signed by another merchant’s key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const stranger = wechatPayV3({ ...settings, merchantPrivateKey: privateKey });
    await expect(stranger.queryPayment('coaa028nobody')).rejects.toThrow('SIGN_ERROR');
  });

  it('calls that are too old', async () => {
    shiftMs = 600_000;
    await expect(provider.queryPayment('coaa028nobody')).rejects.toThrow(ProviderSilentError);
    shiftMs = 0;
  });

  it('calls without any signature', async () => {
    const answer = await fetch(`${gateway.url}/v3/pay/transactions/out-trade-no/x?mchid=1`);
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { code: 'SIGN_ERROR', message: '签名错误，请检查后再试' },
    ]);
  });
});

describe('what the adapter turns away', () => {
  it('answers signed by a key that is not the platform’s', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const serial = [...settings.platformKeys.keys()][0] ?? '';
    const deceived = wechatPayV3({ ...settings, platformKeys: new Map([[serial, { key: publicKey, validUntil: null }]]) });
    await expect(deceived.queryPayment('coaa028nobody')).rejects.toThrow('SIGNATURE_WRONG');
    const outdated = wechatPayV3({ ...settings, platformKeys: new Map() });
    await expect(outdated.queryPayment('coaa028nobody')).rejects.toThrow('UNKNOWN_KEY');
  });

  it('silence', async () => {
    const nobody = wechatPayV3({ ...settings, baseUrl: 'http://127.0.0.1:9' });
    await expect(nobody.queryPayment('coaa028nobody')).rejects.toThrow(ProviderSilentError);
  });
});

describe('the cashier page', () => {
  it('says in Chinese that nothing is charged, and comes back only to the merchant’s own site', async () => {
    const { payUrl } = await opened();
    const home = `${new URL(listener.url).origin}/my/orders`;
    const page = await (await fetch(`${payUrl}?redirect_url=${encodeURIComponent(home)}`)).text();
    expect(page).toContain('沙箱收银台，不会真实扣款');
    expect(page).toContain('¥100.00');
    expect(page).toContain('放弃');
    const elsewhere = await (
      await fetch(`${payUrl}?redirect_url=${encodeURIComponent('https://example.com/')}`)
    ).text();
    expect(elsewhere).not.toContain('example.com');
  });

  it('goes back after paying and after giving up', async () => {
    const home = `${new URL(listener.url).origin}/my/orders`;
    const press = async (payUrl: string, button: string) => {
      const body = new URLSearchParams({ button });
      const url = `${payUrl}?redirect_url=${encodeURIComponent(home)}`;
      return (await fetch(url, { method: 'POST', body, redirect: 'manual' })).headers.get('location');
    };
    const { outTradeNumber, payUrl } = await opened();
    expect(await press(payUrl, 'leave')).toBe(home);
    expect(await provider.queryPayment(outTradeNumber)).toEqual({ state: 'unpaid' });
    expect(await press(payUrl, 'pay')).toBe(home);
    expect(await provider.queryPayment(outTradeNumber)).toMatchObject({ state: 'paid' });
  });

  it('does not exist for other addresses', async () => {
    expect((await fetch(`${gateway.url}/cashier/${'0'.repeat(32)}`)).status).toBe(404);
  });
});
