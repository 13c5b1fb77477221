import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asNotice, noticeListener, type NoticeListener } from '../../../tests/build/notice-listener';
import { pressPay } from '../../../tests/build/sandbox-process';
import { type PaymentProvider, ProviderSilentError } from '../provider';
import { wechatPayV3 } from '../wechat/pay-v3';
import { merchantFacts, wechatSettings } from '../wechat/settings';
import { type Gateway, startGateway } from './gateway';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-refunds-'));
let gateway: Gateway;
let listener: NoticeListener;
let provider: PaymentProvider;
let count = 0;

beforeAll(async () => {
  listener = await noticeListener();
  gateway = await startGateway({ directory, port: 0, noticeDelays: [5, 5, 5], refundMs: 5 });
  const facts = merchantFacts.parse(JSON.parse(fs.readFileSync(path.join(directory, 'merchant.json'), 'utf8')));
  provider = wechatPayV3(wechatSettings(facts, { provider: 'sandbox', baseUrl: gateway.url, noticeUrl: listener.url }));
});

afterAll(async () => {
  await gateway.stop();
  await listener.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

async function paidTrade(): Promise<string> {
  const outTradeNumber = `coaa028refund-${++count}`;
  const wish = { title: '江苏省初级科技辅导员专业水平认证', amountFen: 10_000, channel: 'NATIVE' as const };
  const creation = await provider.createPayment({ outTradeNumber, ...wish, validForSeconds: 1800, payerAddress: '', returnUrl: '' });
  if (creation.answer !== 'created') throw new Error(creation.answer);
  expect(await pressPay(creation.payUrl)).toBe(200);
  return outTradeNumber;
}

const wishFor = (outTradeNumber: string, refundNumber: string, amountFen: number) => ({
  ...{ refundNumber, outTradeNumber, amountFen, paymentFen: 10_000, reason: '重复付款' },
});
const noticesOf = (number: string) =>
  listener.heard
    .map((heard) => provider.parseNotice(asNotice(heard)))
    .filter((read) => read.genuine && read.outTradeNumber === number);
const setFaults = async (faults: object) =>
  (await fetch(`${gateway.url}/faults`, { method: 'POST', body: JSON.stringify(faults) })).status;

describe('a refund', () => {
  it('is taken on, given back a moment later, and told of in a signed, encrypted notice', async () => {
    const outTradeNumber = await paidTrade();
    const answer = await provider.refund(wishFor(outTradeNumber, 'R1-first', 4_000));
    expect(answer).toMatchObject({ answer: 'accepted', report: { state: 'processing', amountFen: 4_000 } });
    await expect.poll(() => provider.queryRefund({ refundNumber: 'R1-first', outTradeNumber })).toMatchObject({ state: 'succeeded', outTradeNumber });
    await expect.poll(() => noticesOf(outTradeNumber).some((read) => read.genuine && read.refund?.state === 'succeeded')).toBe(true);
    expect(await provider.queryPayment(outTradeNumber)).toMatchObject({ state: 'refunded' });
  });

  it('asked for again under its number is the same, and more than was paid is refused', async () => {
    const outTradeNumber = await paidTrade();
    const first = await provider.refund(wishFor(outTradeNumber, 'R1-again', 6_000));
    const again = await provider.refund(wishFor(outTradeNumber, 'R1-again', 6_000));
    const idOf = (answer: typeof first) => (answer.answer === 'accepted' ? answer.report.providerRefundId : '');
    expect([idOf(again), idOf(first).startsWith('5030')]).toEqual([idOf(first), true]);
    expect(await provider.refund(wishFor(outTradeNumber, 'R2-again', 4_001))).toEqual({ answer: 'refused', code: 'INVALID_REQUEST' });
    expect(await provider.refund(wishFor('coaa028never', 'R3-again', 1))).toEqual({ answer: 'refused', code: 'RESOURCE_NOT_EXISTS' });
    expect(await provider.queryRefund({ refundNumber: 'R9-unknown', outTradeNumber })).toBeNull();
  });
});

describe('faults on purpose', () => {
  it('have less on the account than goes back, until there is more', async () => {
    const wish = wishFor(await paidTrade(), 'R1-poor', 6_000);
    expect(await setFaults({ balanceTooLow: true })).toBe(204);
    expect(await provider.refund(wish)).toEqual({ answer: 'refused', code: 'NOT_ENOUGH' });
    expect(await setFaults({})).toBe(204);
    expect(await provider.refund(wish)).toMatchObject({ answer: 'accepted' });
  });

  it('lose a notice, double it, forge another, and fail every question', async () => {
    expect(await setFaults({ notices: 'lost' })).toBe(204);
    const lost = await paidTrade();
    expect(await setFaults({ notices: 'doubled' })).toBe(204);
    const doubled = await paidTrade();
    await expect.poll(() => noticesOf(doubled).length).toBe(2);
    expect(await setFaults({ notices: 'forged' })).toBe(204);
    const before = listener.heard.length;
    const forged = await paidTrade();
    await expect.poll(() => listener.heard.length - before).toBeGreaterThanOrEqual(2);
    expect(noticesOf(forged)).toHaveLength(1);
    expect(await setFaults({ queriesFail: true })).toBe(204);
    await expect(provider.queryPayment(lost)).rejects.toThrow(ProviderSilentError);
    expect(await setFaults({ notices: 'odd' })).toBe(400);
    expect(await setFaults({})).toBe(204);
    expect(await provider.queryPayment(lost)).toMatchObject({ state: 'paid' });
  });
});
