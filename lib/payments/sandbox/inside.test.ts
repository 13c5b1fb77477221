import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wechatOfSandbox } from '../../../tests/build/sandbox-process';
import { type BridgeCall, type InsidePayment, type PaymentProvider, ProviderSilentError } from '../provider';
import { wechatPayV3 } from '../wechat/pay-v3';
import type { WechatPaySettings } from '../wechat/settings';
import { type Gateway, startGateway } from './gateway';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-inside-'));
const home = 'http://127.0.0.1:3000/apply/1/pay';
let shiftMs = 0;
let gateway: Gateway;
let settings: WechatPaySettings;
let provider: PaymentProvider;
let inside: InsidePayment;

beforeAll(async () => {
  gateway = await startGateway({ directory, port: 0, now: () => Date.now() + shiftMs });
  settings = wechatOfSandbox({ directory, url: gateway.url, noticeUrl: 'http://127.0.0.1:9/notice' });
  provider = wechatPayV3(settings);
  if (!provider.inside) throw new Error('the sandbox has no secret for paying inside WeChat');
  inside = provider.inside;
});

afterAll(async () => {
  await gateway.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

/** What WeChat's browser does with the address: it comes straight back. */
async function asked(returnUrl = home, state = 'abc'): Promise<URL | null> {
  const response = await fetch(inside.askWho({ returnUrl, state }), { redirect: 'manual' });
  const location = response.headers.get('location');
  return location ? new URL(location) : null;
}

const codeOf = async () => (await asked())?.searchParams.get('code') ?? '';

const opened = (outTradeNumber: string, payerOpenId: string) =>
  provider.createPayment({
    ...{ outTradeNumber, title: '江苏省初级科技辅导员专业水平认证', amountFen: 10_000, channel: 'JSAPI', validForSeconds: 1800 },
    ...{ payerAddress: '', payerOpenId, returnUrl: home },
  });

async function calledInWechat(call: BridgeCall): Promise<string> {
  const response = await fetch(`${gateway.url}/bridge`, { method: 'POST', body: JSON.stringify(call) });
  return ((await response.json()) as { err_msg: string }).err_msg;
}

describe('paying inside WeChat', () => {
  it('asks who is there, begins the payment in his name, and is paid by WeChat’s own script', async () => {
    const back = await asked();
    expect([back?.origin, back?.pathname, back?.searchParams.get('state')]).toEqual(['http://127.0.0.1:3000', '/apply/1/pay', 'abc']);
    const openId = await inside.whoIs(back?.searchParams.get('code') ?? '');
    expect(openId).toMatch(/^o[\w-]{27}$/);
    const creation = await opened('coaa028inside-1', openId ?? '');
    expect(creation).toMatchObject({ answer: 'created', payUrl: expect.stringMatching(/^prepay_id=wx/) });
    const call = inside.callFor(creation.answer === 'created' ? creation.payUrl : '');
    expect(await calledInWechat({ ...call, package: 'prepay_id=wx0' })).toBe('get_brand_wcpay_request:fail');
    expect(await provider.queryPayment('coaa028inside-1')).toEqual({ state: 'unpaid' });
    expect(await calledInWechat(call)).toBe('get_brand_wcpay_request:ok');
    expect(await provider.queryPayment('coaa028inside-1')).toMatchObject({ state: 'paid', report: { amountFen: 10_000 } });
    expect(await calledInWechat(call)).toBe('get_brand_wcpay_request:fail');
  });

  it('takes no call that another key signed, or that is old', async () => {
    const openId = (await inside.whoIs(await codeOf())) ?? '';
    const creation = await opened('coaa028inside-2', openId);
    const payUrl = creation.answer === 'created' ? creation.payUrl : '';
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const stranger = wechatPayV3({ ...settings, merchantPrivateKey: privateKey }).inside;
    expect(await calledInWechat(stranger?.callFor(payUrl) ?? inside.callFor(''))).toBe('get_brand_wcpay_request:fail');
    shiftMs = 600_000;
    expect(await calledInWechat(inside.callFor(payUrl))).toBe('get_brand_wcpay_request:fail');
    shiftMs = 0;
    expect(await provider.queryPayment('coaa028inside-2')).toEqual({ state: 'unpaid' });
  });

  it('knows a code once, for five minutes, and only with the secret', async () => {
    const code = await codeOf();
    expect(await inside.whoIs(code)).not.toBeNull();
    expect(await inside.whoIs(code)).toBeNull();
    const late = await codeOf();
    shiftMs = 301_000;
    expect(await inside.whoIs(late)).toBeNull();
    shiftMs = 0;
    const other = { ...settings, inside: settings.inside && { ...settings.inside, appSecret: 'other' } };
    expect(await wechatPayV3(other).inside?.whoIs(await codeOf())).toBeNull();
    const nobody = { ...settings, inside: settings.inside && { ...settings.inside, apiUrl: 'http://127.0.0.1:9' } };
    await expect(wechatPayV3(nobody).inside?.whoIs('code')).rejects.toThrow(ProviderSilentError);
  });

  it('leads nobody to a site that is not the merchant’s', async () => {
    expect(await asked('https://example.com/')).toBeNull();
  });

  it('is not begun without knowing who pays, and not offered without the secret', async () => {
    expect(await opened('coaa028inside-3', '')).toMatchObject({ answer: 'refused', code: 'PARAM_ERROR' });
    expect(wechatPayV3({ ...settings, inside: null }).inside).toBeUndefined();
  });
});

it('keys that were made before there was paying inside WeChat get a secret of their own', async () => {
  const old = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-old-'));
  fs.cpSync(directory, old, { recursive: true });
  for (const name of ['merchant.json', 'gateway.json']) {
    const { appSecret: _, ...rest } = JSON.parse(fs.readFileSync(path.join(old, name), 'utf8'));
    fs.writeFileSync(path.join(old, name), JSON.stringify(rest));
  }
  const again = await startGateway({ directory: old, port: 0 });
  await again.stop();
  const [merchant, gatewayKeys] = ['merchant.json', 'gateway.json'].map((name) => JSON.parse(fs.readFileSync(path.join(old, name), 'utf8')));
  expect(merchant.appSecret).toMatch(/^[0-9a-f]{32}$/);
  expect(gatewayKeys.appSecret).toBe(merchant.appSecret);
  expect(merchant.merchantId).toBe(settings.merchantId);
  fs.rmSync(old, { recursive: true, force: true });
});
