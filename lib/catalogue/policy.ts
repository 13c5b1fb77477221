import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYet, notYours, yes } from '@/lib/kernel/judgement';

export type CycleAbility = 'see' | 'amend' | 'publish' | 'copy' | 'set_refunds' | 'set_unit_orders';
export type LevelAbility = 'set_fee' | 'open' | 'amend_rules';
export type NoticeAbility = 'see' | 'save' | 'publish' | 'withdraw';

interface JudgedCycle {
  associationId: string;
  status: 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';
}

interface JudgedLevel {
  deciderId: string;
  cycle: JudgedCycle;
}

interface JudgedNotice {
  associationId: string;
  status: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN';
}

const editors: readonly Actor['role'][] = ['REVIEWER', 'NATIONAL_STAFF'];
const feeSetters: readonly Actor['role'][] = [...editors, 'FINANCE'];
const readers: readonly Actor['role'][] = [...feeSetters, 'AUDITOR'];

const isOf = (actor: Actor, roles: readonly Actor['role'][], associationId: string): boolean =>
  roles.includes(actor.role) && actor.associationId !== null && actor.associationId === associationId;

/** Staff look after the cycles of their own association and of no other (R2). */
export function judgeCycle(actor: Actor, ability: CycleAbility, cycle: JudgedCycle): Judgement {
  if (ability === 'see') return canReadCycle(actor, cycle) ? yes : notYours;
  if (!isOf(actor, ability === 'set_refunds' || ability === 'set_unit_orders' ? feeSetters : editors, cycle.associationId)) return notYours;
  if (ability === 'copy') return yes;
  if (cycle.status === 'ARCHIVED') return notYet('这个年度已经归档，不能再修改。');
  if (ability === 'publish' && cycle.status === 'PUBLISHED') return notYet('这个年度已经发布。');
  return yes;
}

/** A level is kept by the cycle's own association, and by the one that decides it (R12). */
export function judgeLevel(actor: Actor, ability: LevelAbility, level: JudgedLevel): Judgement {
  const roles = ability === 'set_fee' ? feeSetters : editors;
  const keepers = [level.cycle.associationId, level.deciderId];
  if (!keepers.some((keeper) => isOf(actor, roles, keeper))) return notYours;
  return level.cycle.status === 'ARCHIVED' ? notYet('这个年度已经归档，不能再修改。') : yes;
}

export function judgeNotice(actor: Actor, ability: NoticeAbility, notice: JudgedNotice): Judgement {
  if (ability === 'see') return isOf(actor, readers, notice.associationId) ? yes : notYours;
  if (!isOf(actor, editors, notice.associationId)) return notYours;
  if (notice.status === 'WITHDRAWN') return notYet('这份公告已经撤回，请另拟新的公告。');
  if (ability === 'publish' && notice.status === 'PUBLISHED') return notYet('这份公告已经发布。');
  if (ability === 'withdraw' && notice.status === 'DRAFT') return notYet('这份公告还没有发布，无需撤回。');
  return yes;
}

function canReadCycle(actor: Actor, cycle: JudgedCycle): boolean {
  if (isOf(actor, readers, cycle.associationId)) return true;
  const isNational = actor.associationId === 'national' && readers.includes(actor.role);
  return isNational && cycle.status !== 'DRAFT';
}

/** The same as `see` of judgeCycle, as a filter for lists; null means nothing at all. */
export function cyclesVisibleTo(actor: Actor): Record<string, unknown> | null {
  const { associationId } = actor;
  if (associationId === null || !readers.includes(actor.role)) return null;
  if (associationId === 'national') return { OR: [{ associationId }, { status: { not: 'DRAFT' } }] };
  return { associationId };
}

export function noticesVisibleTo(actor: Actor): Record<string, unknown> | null {
  if (actor.associationId === null || !readers.includes(actor.role)) return null;
  return { associationId: actor.associationId };
}
