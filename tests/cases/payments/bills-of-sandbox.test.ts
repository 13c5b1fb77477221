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
import { openJournal } from '@/lib/payments/sandbox/journal';
import { wechatPayV3 } from '@/lib/payments/wechat/pay-v3';
import { merchantFacts, wechatSettings } from '@/lib/payments/wechat/settings';
import { memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bills-'));
/** The gateway lives by the real clock, and makes the bill of a day that is over. */
const yesterdayNoon = new Date(startOfBeijingDay(beijingDay(daysLater(new Date(), -1))).getTime() + 12 * 3_600_000);
const todayNoon = daysLater(yesterdayNoon, 1);

let applicant: PayingApplicant;
let gateway: Gateway;

beforeAll(async () => {
  applicant = await payingApplicant();
  const provider = { ...memoryProvider(), name: 'sandbox' };
  await payOnline({ ...applicant, provider, now: payDay });
  const [attempt] = (await applicant.order()).attempts;
  await db.paymentAttempt.update({ where: { id: attempt?.id ?? '' }, data: { createdAt: yesterdayNoon } });
  const journal = openJournal(directory);
  const at = yesterdayNoon.getTime();
  const outTradeNumber = attempt?.outTradeNumber ?? '';
  const common = { tradeType: 'NATIVE' as const, description: '示例', notifyUrl: 'http://127.0.0.1:9/notice' };
  const open = { state: 'NOTPAY' as const, transactionId: '', paidAt: 0, token: '0'.repeat(32) };
  const notice = { id: 'n', tries: 99, nextAt: 0, isDelivered: true };
  journal.write({ kind: 'created', trade: { ...common, ...open, createdAt: at, expiresAt: at + 60_000, outTradeNumber, totalFen: 10_000, notice } });
  journal.write({ kind: 'paid', outTradeNumber, at, transactionId: '4200000001', noticeId: 'n' });
  journal.write({ kind: 'noticed', outTradeNumber });
  journal.close();
  gateway = await startGateway({ directory, port: 0 });
});

afterAll(async () => {
  await gateway.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

it('a payment whose every notice was lost is booked from the bill that the gateway serves', async () => {
  const facts = merchantFacts.parse(JSON.parse(fs.readFileSync(path.join(directory, 'merchant.json'), 'utf8')));
  const provider = wechatPayV3(wechatSettings(facts, { provider: 'sandbox', baseUrl: gateway.url, noticeUrl: 'http://127.0.0.1:9/notice' }));
  expect((await applicant.order()).status).toBe('PAYING');
  expect(await reconcileBills({ provider, settle: settlePayment, now: todayNoon })).toEqual({ compared: 1, missing: 0, differences: 0 });
  expect(await applicant.order()).toMatchObject({ status: 'PAID', paidFen: 10_000 });
  const costs = await db.ledgerEntry.findMany({ where: { account: 'GATEWAY_COSTS', provider: 'sandbox' } });
  expect(costs.map(({ amountFen }) => amountFen)).toEqual([60]);
  expect(await reconcileBills({ provider, settle: settlePayment, now: todayNoon })).toEqual({ compared: 0, missing: 0, differences: 0 });
  expect(await checkBooks()).toEqual([]);
});
