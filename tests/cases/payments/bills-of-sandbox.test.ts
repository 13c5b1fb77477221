import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { beijingDay, daysLater, startOfBeijingDay } from '@/lib/kernel/dates';
import { checkBooks } from '@/lib/ledger/check-books';
import { reconcileBills } from '@/lib/payments/bills/reconcile-bills';
import { type Gateway, startGateway } from '@/lib/payments/sandbox/gateway';
import { type Journal, openJournal } from '@/lib/payments/sandbox/journal';
import { alipayPay } from '@/lib/payments/alipay/alipay-pay';
import type { PaymentProvider } from '@/lib/payments/provider';
import { wechatPayV3 } from '@/lib/payments/wechat/pay-v3';
import { memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { alipayOfSandbox, wechatOfSandbox } from '../../build/sandbox-process';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bills-'));
/** The gateway lives by the real clock, and makes the bill of a day that is over. */
const yesterdayNoon = new Date(startOfBeijingDay(beijingDay(daysLater(new Date(), -1))).getTime() + 12 * 3_600_000);
const todayNoon = daysLater(yesterdayNoon, 1);

const wires = [
  { name: 'sandbox', tradeType: 'NATIVE', transactionId: '4200000001' },
  { name: 'sandbox-alipay', tradeType: 'PAGE', transactionId: '2026000001' },
] as const;

const applicants = new Map<string, PayingApplicant>();
let gateway: Gateway;

/** Begun by us and paid at the gateway yesterday; every notice was lost. */
async function paidYesterday(journal: Journal, { name, tradeType, transactionId }: (typeof wires)[number]): Promise<void> {
  const applicant = await payingApplicant();
  applicants.set(name, applicant);
  await payOnline({ ...applicant, provider: { ...memoryProvider(), name }, now: payDay });
  const [attempt] = (await applicant.order()).attempts;
  await db.paymentAttempt.update({ where: { id: attempt?.id ?? '' }, data: { createdAt: yesterdayNoon } });
  const at = yesterdayNoon.getTime();
  const outTradeNumber = attempt?.outTradeNumber ?? '';
  const common = { tradeType, description: '示例', notifyUrl: 'http://127.0.0.1:9/notice' };
  const open = { state: 'NOTPAY' as const, transactionId: '', paidAt: 0, token: '0'.repeat(32) };
  const notice = { id: 'n', tries: 99, nextAt: 0, isDelivered: true };
  journal.write({ kind: 'created', trade: { ...common, ...open, createdAt: at, expiresAt: at + 60_000, outTradeNumber, totalFen: 10_000, notice } });
  journal.write({ kind: 'paid', outTradeNumber, at, transactionId, noticeId: 'n' });
  journal.write({ kind: 'noticed', outTradeNumber });
}

beforeAll(async () => {
  const journal = openJournal(directory);
  for (const wire of wires) await paidYesterday(journal, wire);
  journal.close();
  gateway = await startGateway({ directory, port: 0 });
});

afterAll(async () => {
  await gateway.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

const place = () => ({ directory, url: gateway.url, noticeUrl: 'http://127.0.0.1:9/notice' });
const providers: Record<(typeof wires)[number]['name'], () => PaymentProvider> = {
  sandbox: () => wechatPayV3(wechatOfSandbox(place())),
  'sandbox-alipay': () => alipayPay(alipayOfSandbox(place())),
};

it.each(wires)('a payment whose every notice was lost is booked from the bill that the gateway serves: $name', async ({ name }) => {
  const provider = providers[name]();
  const applicant = applicants.get(name);
  expect((await applicant?.order())?.status).toBe('PAYING');
  expect(await reconcileBills({ provider, settle: settlePayment, now: todayNoon })).toEqual({ compared: 1, missing: 0, differences: 0, failed: 0 });
  expect(await applicant?.order()).toMatchObject({ status: 'PAID', paidFen: 10_000 });
  const costs = await db.ledgerEntry.findMany({ where: { account: 'GATEWAY_COSTS', provider: name } });
  expect(costs.map(({ amountFen }) => amountFen)).toEqual([60]);
  expect(await reconcileBills({ provider, settle: settlePayment, now: todayNoon })).toEqual({ compared: 0, missing: 0, differences: 0, failed: 0 });
  expect(await checkBooks()).toEqual([]);
});
