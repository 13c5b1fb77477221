import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYours, yes } from '@/lib/kernel/judgement';

interface JudgedReason {
  associationId: string | null;
}

const editors: readonly Actor['role'][] = ['REVIEWER', 'NATIONAL_STAFF'];
const readers: readonly Actor['role'][] = [...editors, 'AUDITOR'];
const national = 'national';

/** The common reasons are kept by the national association, each association's own by its staff. */
export function judgeReason(actor: Actor, ability: 'see' | 'keep', reason: JudgedReason): Judgement {
  const { role, associationId } = actor;
  const isOwn = associationId !== null && associationId === (reason.associationId ?? national);
  const mayRead = readers.includes(role) && associationId !== null && (isOwn || reason.associationId === null || associationId === national);
  if (ability === 'see') return mayRead ? yes : notYours;
  return editors.includes(role) && isOwn ? yes : notYours;
}

/** The same as `see`, as a filter for lists; null means nothing at all. */
export function reasonsVisibleTo({ role, associationId }: Actor): Record<string, unknown> | null {
  if (!readers.includes(role) || associationId === null) return null;
  return associationId === national ? {} : { OR: [{ associationId: null }, { associationId }] };
}

/** Whose a new reason becomes: common where the national association adds it. */
export const ownerOfNew = ({ associationId }: Pick<Actor, 'associationId'>): string | null =>
  associationId === national ? null : associationId;
