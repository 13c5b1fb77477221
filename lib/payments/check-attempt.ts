import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { closeAttempt } from './close-attempt';
import { type ProviderState, ProviderSilentError } from './provider';
import { type PaymentProviders, providerNamed } from './providers';
import type { SettlePayment } from './settle-attempt';

export interface CheckedAttempt {
  id: string;
  orderId: string;
  provider: string;
  outTradeNumber: string;
  payUrl: string;
  createdAt: Date;
}

export interface PaymentPorts {
  providers: PaymentProviders;
  settle: SettlePayment;
  now: Date;
}

export type CheckResult = 'paid' | 'waiting' | 'closed' | 'unmatched';

/** While the call that creates it may still be on its way, "never heard of it" means nothing. */
const creationMs = 60_000;

/** Asks the provider for the truth about one attempt and enters it into the books. */
export async function checkAttempt(attempt: CheckedAttempt, ports: PaymentPorts): Promise<CheckResult> {
  const { providers, now } = ports;
  const told = await providerNamed(providers, attempt.provider).queryPayment(attempt.outTradeNumber);
  await db.paymentAttempt.update({ where: { id: attempt.id }, data: { checkedAt: now } });
  if (told.state === 'paid' || told.state === 'refunded') return enterMoney(told, ports);
  const isGone = told.state === 'unknown' && now.getTime() - attempt.createdAt.getTime() > creationMs;
  if (told.state !== 'closed' && !isGone) return 'waiting';
  return (await isClosedInBooks(attempt, now)) ? 'closed' : 'waiting';
}

/** Makes sure that nobody can pay the attempt any more, or that what was paid counts. */
export async function retireAttempt(
  attempt: CheckedAttempt,
  ports: PaymentPorts,
  tries = 2,
): Promise<Exclude<CheckResult, 'waiting'>> {
  const result = await checkAttempt(attempt, ports);
  if (result !== 'waiting') return result;
  const { isClosed } = await providerNamed(ports.providers, attempt.provider).closePayment(attempt.outTradeNumber);
  if (isClosed && (await isClosedInBooks(attempt, ports.now))) return 'closed';
  // Between the question and the closing somebody paid, or opened it.
  const again = await db.paymentAttempt.findUniqueOrThrow({ where: { id: attempt.id } });
  if (tries === 0) throw new ProviderSilentError(`${attempt.outTradeNumber} neither closed nor paid`);
  return retireAttempt(again, ports, tries - 1);
}

/** True also when it was closed already. */
async function isClosedInBooks(attempt: CheckedAttempt, now: Date): Promise<boolean> {
  if (await inTransaction((tx) => closeAttempt({ tx, attempt, as: 'CLOSED', now }))) return true;
  const { status } = await db.paymentAttempt.findUniqueOrThrow({ where: { id: attempt.id }, select: { status: true } });
  return status !== 'CREATED';
}

async function enterMoney(
  told: Extract<ProviderState, { state: 'paid' | 'refunded' }>,
  { settle, now }: Pick<PaymentPorts, 'settle' | 'now'>,
): Promise<CheckResult> {
  const settlement = await settle({ told, now });
  return settlement.settled || settlement.because === 'REPEATED' ? 'paid' : 'unmatched';
}
