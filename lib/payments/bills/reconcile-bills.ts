import { db } from '@/lib/db/client';
import { beijingDay, parsePlainDate, plainDate } from '@/lib/kernel/dates';
import { log } from '@/lib/log';
import type { PaymentProvider } from '../provider';
import type { SettlePayment } from '../settle-attempt';
import { compareBill } from './compare-bill';
import { dueDays } from './due-days';
import { fetchBill, reopenEmpty } from './fetch-bill';

interface BillErrand {
  provider: PaymentProvider;
  settle: SettlePayment;
  now: Date;
}

export interface BillTally {
  compared: number;
  missing: number;
  differences: number;
  /** Bills and lines that could not be handled: each is listed, and a fault of ours or theirs. */
  failed: number;
}

/** Every bill that is due and not compared yet, of this provider; one that fails keeps no other from being compared. */
export async function reconcileBills(errand: BillErrand): Promise<BillTally> {
  const { provider, now } = errand;
  const tally: BillTally = { compared: 0, missing: 0, differences: 0, failed: 0 };
  await reopenEmpty(provider.name);
  for (const day of await openDays(provider, now)) {
    const part = await reconcileDay(day, errand).catch((error: unknown) => noteFailure({ error, day, provider, now }));
    for (const name of Object.keys(tally) as (keyof BillTally)[]) tally[name] += part[name] ?? 0;
  }
  return tally;
}

async function reconcileDay(day: string, { provider, settle, now }: BillErrand): Promise<Partial<BillTally>> {
  const bill = await fetchBill({ provider, day, now });
  if (bill.status === 'MISSING') {
    log().warn({ provider: provider.name, day, failure: bill.failure }, 'bill missing');
    return { missing: 1 };
  }
  const { differences, notEntered } = await compareBill(bill, { settle, now });
  return notEntered > 0 ? { differences, failed: notEntered } : { differences, compared: 1 };
}

interface Failure extends Pick<BillErrand, 'provider' | 'now'> {
  error: unknown;
  day: string;
}

async function noteFailure({ error, day: name, provider, now }: Failure): Promise<Partial<BillTally>> {
  log().error({ err: error, provider: provider.name, day: name }, 'bill failed');
  const day = parsePlainDate(name);
  if (!day) throw error;
  const failure = '处理这一天的账单时系统出错，已记录，请联系技术人员';
  const bill = { provider: provider.name, day };
  await db.providerBill.upsert({
    where: { provider_day: bill },
    create: { ...bill, askedAt: now, tries: 1, failure },
    update: { failure },
  });
  return { failed: 1 };
}

async function openDays(provider: PaymentProvider, now: Date): Promise<string[]> {
  const first = await db.paymentAttempt.findFirst({
    where: { provider: provider.name },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  });
  if (!first) return [];
  const done = await db.providerBill.findMany({
    where: { provider: provider.name, status: 'COMPARED' },
    select: { day: true },
  });
  const doneDays = new Set(done.map(({ day }) => plainDate(day)));
  return dueDays(beijingDay(first.createdAt), now).filter((day) => !doneDays.has(day));
}
