import type { Actor, Role } from '@/lib/kernel/actor';
import { type Judgement, notYet, notYours, yes } from '@/lib/kernel/judgement';

/** Somebody's account as it is judged; null where nobody is concerned yet. */
export interface JudgedAccount {
  personId: string;
  /** Associations of the cycles in which the person applies: their staff know him. */
  associationIds: readonly string[];
  /** Has a working role beside applicant and unit administrator. */
  isStaff: boolean;
}

type AccountAbility = 'decide_recovery' | 'decide_data_request' | 'manage_roles' | 'find_people';

const deciders: Record<AccountAbility, readonly (Role | 'SYSTEM')[]> = {
  decide_recovery: ['SYSTEM_ADMIN', 'REVIEWER', 'NATIONAL_STAFF'],
  decide_data_request: ['SYSTEM_ADMIN'],
  manage_roles: ['SYSTEM_ADMIN'],
  find_people: ['SYSTEM_ADMIN'],
};

/**
 * Accounts are looked after by the system administrator; an applicant who has lost his phone, also by staff of his
 * association. Whoever moves the account of a colleague would hold his powers: that is not for staff.
 */
export function judgeAccount(actor: Actor, ability: AccountAbility, account: JudgedAccount | null): Judgement {
  if (!deciders[ability].includes(actor.role)) return notYours;
  if (!account) return yes;
  if (actor.role !== 'SYSTEM_ADMIN' && !isOwnApplicant(actor, account)) return notYours;
  if (account.personId === actor.personId) return notYet('不能办理自己的账号事项，请由其他管理人员办理。');
  return yes;
}

function isOwnApplicant(actor: Actor, { associationIds, isStaff }: JudgedAccount): boolean {
  return !isStaff && actor.associationId !== null && associationIds.includes(actor.associationId);
}

/** Grants that make somebody staff, as a filter. */
export const staffGrants = { revokedAt: null, role: { notIn: ['APPLICANT', 'UNIT_ADMIN'] satisfies Role[] } };

/** Requests about accounts that this person may decide, as a filter; null means none. */
export function accountsVisibleTo(actor: Actor): Record<string, unknown> | null {
  if (actor.role === 'SYSTEM_ADMIN') return {};
  if (actor.role !== 'REVIEWER' && actor.role !== 'NATIONAL_STAFF') return null;
  const { associationId } = actor;
  if (!associationId) return null;
  return {
    applications: { some: { OR: [{ cycle: { associationId } }, { cycleLevel: { deciderId: associationId } }] } },
    roles: { none: staffGrants },
  };
}

/** Only the person himself, signed in. */
export const judgeOwn = (actor: Actor): Judgement => (actor.personId ? yes : notYours);

/** Duties that one person may not hold together (GB/T 22239: administration, audit and business apart). */
const apart: readonly (readonly Role[])[] = [
  ['SYSTEM_ADMIN', 'AUDITOR'],
  ['SYSTEM_ADMIN', 'REVIEWER'],
  ['SYSTEM_ADMIN', 'NATIONAL_STAFF'],
  ['SYSTEM_ADMIN', 'FINANCE'],
  ['AUDITOR', 'REVIEWER'],
  ['AUDITOR', 'NATIONAL_STAFF'],
  ['AUDITOR', 'FINANCE'],
  ['REVIEWER', 'FINANCE'],
  ['NATIONAL_STAFF', 'FINANCE'],
];

/** The role held already that stands against a new one. */
export function clashingRole(wanted: Role, held: readonly Role[]): Role | null {
  const against = apart
    .filter((pair) => pair.includes(wanted))
    .flatMap((pair) => pair.filter((role) => role !== wanted));
  return held.find((role) => against.includes(role)) ?? null;
}
