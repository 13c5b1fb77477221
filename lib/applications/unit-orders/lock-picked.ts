import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYours, yes } from '@/lib/kernel/judgement';
import { applicationParts } from '../lock-application';
import { holdAll } from '../lock-for-payment';
import { judge } from '../policy';

export const pickedParts = { ...applicationParts, person: { select: { name: true } } } as const satisfies Prisma.ApplicationInclude;

export type Picked = Prisma.ApplicationGetPayload<{ include: typeof pickedParts }>;

/** Those whom the unit's administrator has ticked, with their rows held. */
export async function lockPicked(tx: Transaction, { application: ids }: { application: string[] }): Promise<Picked[]> {
  await holdAll(tx, ids);
  return tx.application.findMany({ where: { id: { in: ids } }, include: pickedParts, orderBy: { number: 'asc' } });
}

/** Whoever administers the unit of one of them at least; what cannot be paid for is left out by name later. */
export function judgePicked(actor: Actor, picked: readonly Picked[], now: Date): Judgement {
  return picked.some((application) => judge(actor, 'pay_for', application, now).answer !== 'not_yours') ? yes : notYours;
}
