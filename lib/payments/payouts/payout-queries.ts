import { db } from '@/lib/db/client';
import type { Payout } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { type Balance, balances } from '@/lib/ledger/check-books';
import { visibleBooks } from '../books-policy';

/** The latest first. */
export async function listedPayouts(actor: Actor): Promise<Payout[]> {
  const visible = visibleBooks(actor);
  if (!visible) return [];
  // A payout always names its payee.
  const where = 'OR' in visible ? { payeeId: actor.associationId ?? '' } : {};
  return db.payout.findMany({ where, orderBy: [{ arrivedOn: 'desc' }, { id: 'desc' }], take: 200 });
}

/** What each provider holds for the association now. */
export async function heldByProviders(payeeId: string, now: Date): Promise<Balance[]> {
  return (await balances(payeeId, now)).filter(({ account }) => account === 'GATEWAY');
}
