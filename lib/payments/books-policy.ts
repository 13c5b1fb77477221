import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYours, yes } from '@/lib/kernel/judgement';

export type BooksAbility = 'see' | 'keep';

/** What belongs to the books of a payee; what nobody's number leads to is everybody's in finance. */
export interface OfBooks {
  payeeId: string | null;
}

/** Finance keeps the books of its association; auditors read them, the national one all. */
export function judgeBooks(actor: Actor, ability: BooksAbility, { payeeId }: OfBooks): Judgement {
  if (actor.personId === null || actor.associationId === null) return notYours;
  const isOwn = payeeId === null || payeeId === actor.associationId;
  if (actor.role === 'FINANCE') return isOwn ? yes : notYours;
  const reads = actor.role === 'AUDITOR' && ability === 'see';
  return reads && (isOwn || actor.associationId === 'national') ? yes : notYours;
}

/** The same as `see`, as a filter for lists; null means nothing at all. */
export function visibleBooks(actor: Actor): Record<string, unknown> | null {
  if (actor.personId === null || actor.associationId === null) return null;
  if (actor.role === 'AUDITOR' && actor.associationId === 'national') return {};
  if (actor.role !== 'FINANCE' && actor.role !== 'AUDITOR') return null;
  return { OR: [{ payeeId: actor.associationId }, { payeeId: null }] };
}
