import { setTimeout as delay } from 'node:timers/promises';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/kernel/domain-error';
import { paymentProviders } from '@/lib/payments/gateway';
import { payOnline } from '@/tests/build/pay-online';
import { type PayingApplicant, payingApplicant } from '@/tests/build/paying-applicant';
import { pressPay } from '@/tests/build/sandbox-process';

export interface Paid {
  applicant: PayingApplicant;
  outTradeNumber: string;
}

interface Wish {
  wanted: number;
  /** Whether still more have to pay. */
  goesOn(): boolean;
  atOnce: number;
  say(line: string): void;
}

const pauseMs = 500;
const longestMs = 120_000;

/** People who do not give up: whatever fails is tried again, as somebody does who presses the button again. */
export async function manyPayers({ wanted, goesOn, atOnce, say }: Wish): Promise<Paid[]> {
  const paid: Paid[] = [];
  let begun = 0;
  const people = async () => {
    while (begun < wanted || goesOn()) {
      begun += 1;
      paid.push(await onePayer());
      if (paid.length % 100 === 0) say(`${paid.length} of ${wanted} payments`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, people));
  return paid;
}

async function onePayer(): Promise<Paid> {
  const [provider] = paymentProviders();
  if (!provider) throw new Error('the product has no payment provider');
  const applicant = await patiently(() => payingApplicant({ now: now() }));
  const attempt = await patiently(async () => {
    await payOnline({ ...applicant, provider, providers: paymentProviders(), now: now() });
    return db.paymentAttempt.findFirstOrThrow({ where: { orderId: applicant.orderId, status: 'CREATED' }, orderBy: { createdAt: 'desc' } });
  });
  const { payUrl, outTradeNumber } = attempt;
  if (!payUrl) throw new Error(`${outTradeNumber} has no page to pay on`);
  await patiently(() => pressPay(payUrl));
  return { applicant, outTradeNumber };
}

/** A refusal in words is an answer; a connection that broke is not. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + longestMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isWords = error instanceof DomainError && error.code !== 'PROVIDER_SILENT';
      if (isWords || performance.now() > until) throw error;
      await delay(pauseMs);
    }
  }
}
