import { db } from '@/lib/db/client';
import type { Payout } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { type Balance, balances } from '@/lib/ledger/check-books';
import { visibleBooks } from '../books-policy';

/** A payout always names its payee. */
export function visiblePayouts(actor: Actor): { payeeId?: string } | null {
  const visible = visibleBooks(actor);
  return visible && ('OR' in visible ? { payeeId: actor.associationId ?? '' } : {});
}

/** The latest first. */
export async function listedPayouts(actor: Actor): Promise<Payout[]> {
  const where = visiblePayouts(actor);
  return where === null ? [] : db.payout.findMany({ where, orderBy: [{ arrivedOn: 'desc' }, { id: 'desc' }], take: 200 });
}

/** What each provider holds for the association now. */
export async function heldByProviders(payeeId: string, now: Date): Promise<Balance[]> {
  return (await balances(payeeId, now)).filter(({ account }) => account === 'GATEWAY');
}
