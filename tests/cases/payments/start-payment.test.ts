import { describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { queryPayment } from '@/lib/payments/query-payment';
import { memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { payDay, payingApplicant } from '../../build/paying-applicant';

const later = (minutes: number) => new Date(payDay.getTime() + minutes * 60_000);

describe('paying online', () => {
  it('writes the intent, asks the provider once and shows the same address to the second click', async () => {
    const { actor, orderId, order } = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ actor, orderId, provider, now: payDay });
    await payOnline({ actor, orderId, provider, now: payDay });
    const { status, number, attempts } = await order();
    expect(status).toBe('PAYING');
    expect(attempts.map(({ outTradeNumber, payUrl }) => [outTradeNumber, payUrl])).toEqual([
      [`${number}-1`, `memory:${number}-1`],
    ]);
    expect(provider.calls).toEqual(['create']);
  });

  it('gives ten clicks at the same moment one attempt', async () => {
    const { actor, orderId, order } = await payingApplicant();
    const provider = memoryProvider();
    await Promise.all(Array.from({ length: 10 }, () => payOnline({ actor, orderId, provider, now: payDay })));
    expect((await order()).attempts).toHaveLength(1);
    expect(provider.trades.size).toBe(1);
  });

  it('closes the QR code before it opens a page for the phone, so that never two can be paid', async () => {
    const { actor, orderId, order } = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ actor, orderId, provider, now: payDay });
    await payOnline({ actor, orderId, provider, now: payDay, channel: 'H5' });
    const { attempts } = await order();
    expect(attempts.map(({ channel, status }) => [channel, status])).toEqual([
      ['H5', 'CREATED'],
      ['NATIVE', 'CLOSED'],
    ]);
    expect([...provider.trades.values()].map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('finds the payment instead of asking for another when the first was paid meanwhile', async () => {
    const { actor, orderId, order, applicationId } = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ actor, orderId, provider, now: payDay });
    provider.pay((await order()).attempts[0]?.outTradeNumber ?? '');
    expect(await payOnline({ actor, orderId, provider, now: payDay, channel: 'H5' })).toEqual({ isPaid: true });
    expect(await order()).toMatchObject({ status: 'PAID', paidFen: 10_000 });
    expect((await db.application.findUniqueOrThrow({ where: { id: applicationId } })).hasPayment).toBe(true);
    await expect(payOnline({ actor, orderId, provider, now: payDay })).rejects.toThrow('无需再次付款');
  });

  it('replaces an expired code by a fresh one', async () => {
    const { actor, orderId, order } = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ actor, orderId, provider, now: payDay });
    await payOnline({ actor, orderId, provider, now: later(31) });
    expect((await order()).attempts.map(({ status }) => status)).toEqual(['CREATED', 'CLOSED']);
  });

  it('says that the provider is silent, keeps the intent, and goes on with the same number later', async () => {
    const { actor, orderId, order } = await payingApplicant();
    const provider = memoryProvider();
    provider.isSilent = true;
    await expect(payOnline({ actor, orderId, provider, now: payDay })).rejects.toThrow('支付通道暂时没有应答');
    expect((await order()).attempts).toMatchObject([{ sequence: 1, payUrl: '' }]);
    provider.isSilent = false;
    await payOnline({ actor, orderId, provider, now: payDay });
    expect((await order()).attempts).toMatchObject([{ sequence: 1, status: 'CREATED' }]);
    expect((await order()).attempts[0]?.payUrl).not.toBe('');
  });

  it('does not let a new payment begin while nobody knows about the last one', async () => {
    const { actor, orderId, order } = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ actor, orderId, provider, now: payDay });
    provider.isSilent = true;
    await expect(payOnline({ actor, orderId, provider, now: later(31) })).rejects.toThrow('不要重复付款');
    expect((await order()).attempts).toHaveLength(1);
  });

  it('ends after the payment window', async () => {
    const { actor, orderId } = await payingApplicant();
    const tooLate = new Date('2025-03-03T16:00:00Z');
    await expect(payOnline({ actor, orderId, provider: memoryProvider(), now: tooLate })).rejects.toThrow('截止');
  });
});

describe('“我已支付，查询结果”', () => {
  it('settles a payment of which no notice came', async () => {
    const { actor, orderId, order } = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ actor, orderId, provider, now: payDay });
    const ask = (at: Date) => queryPayment(orderId, { providers: [provider], settle: settlePayment, now: at });
    expect(await ask(payDay)).toBe('nothing_yet');
    provider.pay((await order()).attempts[0]?.outTradeNumber ?? '');
    expect(await ask(later(1))).toBe('paid');
    expect((await order()).status).toBe('PAID');
  });

  it('asks the provider no more often than every three seconds', async () => {
    const { actor, orderId } = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ actor, orderId, provider, now: payDay });
    const ask = (ms: number) =>
      queryPayment(orderId, { providers: [provider], settle: settlePayment, now: new Date(payDay.getTime() + ms) });
    for (const ms of [0, 500, 1000, 2999, 3000]) await ask(ms);
    expect(provider.calls.filter((call) => call === 'query')).toHaveLength(2);
  });

  it('finds a late payment of an attempt that was closed in our books', async () => {
    const { actor, orderId, order } = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ actor, orderId, provider, now: payDay });
    await payOnline({ actor, orderId, provider, now: payDay, channel: 'H5' });
    const first = (await order()).attempts[1]?.outTradeNumber ?? '';
    const trade = provider.trades.get(first);
    if (trade) trade.state = 'open';
    provider.pay(first);
    expect(await queryPayment(orderId, { providers: [provider], settle: settlePayment, now: later(1) })).toBe('paid');
    expect((await order()).status).toBe('PAID');
  });
});
