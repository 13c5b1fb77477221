import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYet, notYours, yes } from '@/lib/kernel/judgement';
import { provinceBySlug } from '@/lib/kernel/regions';

export interface JudgedUnit {
  regionCode: string;
  addedById: string | null;
}

export interface JudgedUnitAdmin {
  personId: string;
  unit: JudgedUnit | null;
}

/** Staff look after the units of their own province (R2, R4); national staff after all. */
export function judgeUnit(actor: Actor, unit: JudgedUnit): Judgement {
  if (!reaches(actor, unit)) return notYours;
  if (actor.personId === unit.addedById) return notYet('这个单位是您本人登记的，请由其他工作人员核实。');
  return yes;
}

/** Reading is open to the same staff, also of units that they added themselves. */
export const judgeSeeUnit = (actor: Actor, unit: JudgedUnit): Judgement => (reaches(actor, unit) ? yes : notYours);

/** Nobody decides over his own administration of a unit. */
export function judgeUnitAdmin(actor: Actor, grant: JudgedUnitAdmin): Judgement {
  if (!grant.unit || !reaches(actor, grant.unit)) return notYours;
  if (actor.personId === grant.personId) return notYet('不能办理自己的单位管理员身份，请由其他工作人员办理。');
  return yes;
}

/** An administrator who leaves gives the task back himself. */
export const judgeResign = (actor: Actor, grant: { personId: string; role: string }): Judgement =>
  actor.personId === grant.personId && grant.role === 'UNIT_ADMIN' ? yes : notYours;

/** Only for the unit for which he acts now. */
export const judgeHandOver = (actor: Actor, grant: { personId: string; unitId: string | null; role: string }): Judgement =>
  judgeResign(actor, grant).answer === 'yes' && actor.role === 'UNIT_ADMIN' && actor.unitId === grant.unitId
    ? yes
    : notYours;

/** A nomination is taken back by who made it. */
export const judgeWithdrawSuccessor = (actor: Actor, grant: { namedById: string | null }): Judgement =>
  actor.personId !== null && actor.personId === grant.namedById ? yes : notYours;

/** The same reach as judgeUnit, as a filter for lists; null means none. */
export function unitsVisibleTo(actor: Actor): { regionCode?: { startsWith: string } } | null {
  if (actor.role === 'NATIONAL_STAFF') return {};
  const province = provinceOf(actor);
  return province ? { regionCode: { startsWith: province } } : null;
}

function reaches(actor: Actor, { regionCode }: { regionCode: string }): boolean {
  if (actor.role === 'NATIONAL_STAFF') return true;
  const province = provinceOf(actor);
  return province !== null && regionCode.startsWith(province);
}

/** An association's id is its province's slug. */
function provinceOf({ role, associationId }: Actor): string | null {
  if (role !== 'REVIEWER' || !associationId) return null;
  return provinceBySlug(associationId)?.code ?? null;
}
