import { db } from '@/lib/db/client';
import { beijingDay, plainDate } from '@/lib/kernel/dates';
import { log } from '@/lib/log';
import type { PaymentProvider } from '../provider';
import type { SettlePayment } from '../settle-attempt';
import { compareBill } from './compare-bill';
import { dueDays } from './due-days';
import { fetchBill } from './fetch-bill';

interface BillErrand {
  provider: PaymentProvider;
  settle: SettlePayment;
  now: Date;
}

export interface BillTally {
  compared: number;
  missing: number;
  differences: number;
}

/** Every bill that is due and not compared yet, of this provider. */
export async function reconcileBills({ provider, settle, now }: BillErrand): Promise<BillTally> {
  const tally: BillTally = { compared: 0, missing: 0, differences: 0 };
  for (const day of await openDays(provider, now)) {
    const bill = await fetchBill({ provider, day, now });
    if (bill.status === 'MISSING') {
      tally.missing += 1;
      log().warn({ provider: provider.name, day, failure: bill.failure }, 'bill missing');
      continue;
    }
    const { differences } = await compareBill(bill, { settle, now });
    tally.compared += 1;
    tally.differences += differences;
  }
  return tally;
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
