import type { Prisma, Sanction } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { beijingDay, parsePlainDate, plainDate } from '@/lib/kernel/dates';
import { barredSentence, type Bar } from './labels';

/** Approved, and its days are not over: from the day of the decision to the last day, both included. */
export function inForce(now: Date): Prisma.SanctionWhereInput {
  const today = dayOf(now);
  return { status: 'APPROVED', startsOn: { lte: today }, endsOn: { gte: today } };
}

/** All codes that are barred today; there are few. */
export async function barredCodes(tx: Transaction, now: Date): Promise<string[]> {
  const found = await tx.sanction.findMany({ where: inForce(now), select: { creditCode: true } });
  return found.map(({ creditCode }) => creditCode);
}

/** The bar on this credit code today, whatever the unit is called now. */
export async function barOn(tx: Transaction, creditCode: string, now: Date): Promise<Bar | null> {
  const found = await tx.sanction.findFirst({ where: { creditCode, ...inForce(now) } });
  return found && barOf(found);
}

export function barOf({ decisionNumber, startsOn, endsOn }: Sanction): Bar {
  if (!startsOn || !endsOn) throw new Error('a sanction in force has a beginning and an end');
  return { decisionNumber, startsOn: plainDate(startsOn), endsOn: plainDate(endsOn) };
}

/** The sentence that keeps this unit's people out today, or null. */
export async function barredBecause(
  tx: Transaction,
  unit: { name: string; creditCode: string } | null,
  now: Date,
): Promise<string | null> {
  const bar = unit && (await barOn(tx, unit.creditCode, now));
  return bar && barredSentence(unit.name, bar);
}

/** Until the transaction ends, no bar comes upon this code. Taken after the application's row. */
export async function holdUnbarred(tx: Transaction, creditCode: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${creditCode}, 33))`;
}

/** Waits for everybody who is just now being let through, and lets nobody else through meanwhile. */
export async function holdAlone(tx: Transaction, creditCode: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${creditCode}, 33))`;
}

/** The Beijing day, as a DATE column holds it. */
export function dayOf(now: Date): Date {
  const day = parsePlainDate(beijingDay(now));
  if (!day) throw new Error('today is a day');
  return day;
}
