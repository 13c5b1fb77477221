import type { Actor } from '@/lib/kernel/actor';
import { longDateTime } from '@/lib/kernel/dates';
import { type Judgement, notYet, notYours, yes } from '@/lib/kernel/judgement';
import { applyCloses, type Dated, materialsClose, paymentCloses } from './deadlines';
import { type Level, routes, type Status, statuses } from './lifecycle';
import { type MoveName, moveFacts, moveNames, type Need, type Relation } from './moves';

/** What a judgement asks of the loaded record; dates are instants. */
export interface JudgedApplication extends Dated {
  personId: string;
  unitId: string | null;
  status: Status;
  level: Level;
  hasMaterials: boolean;
  hasPayment: boolean;
  levelFrozenAt: Date | null;
  claimedById: string | null;
  frozenFrom: Status | null;
  cycle: {
    name: string;
    associationId: string;
    applyOpensAt: Date;
    applyClosesAt: Date;
    materialsCloseAt: Date;
    paymentClosesAt: Date;
  };
  cycleLevel: { deciderId: string };
}

interface Grant {
  by: readonly (Relation | 'paying_unit')[];
  from?: readonly Status[];
  needs?: readonly (Need | 'payment_window')[];
}

const readers: readonly Relation[] = ['owner', 'own_unit', 'responsible_staff', 'finance', 'auditor'];

/** Abilities that do not change the status. */
const grants = {
  see: { by: readers },
  see_files: { by: ['owner', 'own_unit', 'responsible_staff', 'auditor'] },
  edit_form: { by: ['owner'], from: ['DRAFT'], needs: ['apply_window'] },
  change_level: { by: ['owner'], from: ['DRAFT'], needs: ['level_not_frozen', 'apply_window'] },
  print: { by: ['owner', 'own_unit', 'responsible_staff'] },
  mail_form: { by: ['owner'] },
  pay: {
    by: ['owner'],
    from: ['DRAFT', 'AWAITING_STAMP', 'SUBMITTED'],
    needs: ['level_frozen', 'unpaid', 'payment_window'],
  },
  pay_for: {
    by: ['paying_unit'],
    from: ['DRAFT', 'AWAITING_STAMP', 'SUBMITTED'],
    needs: ['level_frozen', 'unpaid', 'payment_window'],
  },
  confirm_voucher: { by: ['finance'] },
  assign: { by: ['responsible_staff'], from: ['COMPLETE', 'UNDER_REVIEW'] },
  see_audit: { by: ['responsible_staff', 'auditor'] },
  reveal_identity: { by: ['owner', 'responsible_staff', 'finance'] },
} as const satisfies Record<string, Grant>;

export type Ability = keyof typeof grants | MoveName;
export const abilities = [...Object.keys(grants), ...moveNames] as Ability[];

/** The one answer to "may this person do this to this application now", for screens and for the server. */
export function judge(actor: Actor, ability: Ability, application: JudgedApplication, now: Date): Judgement {
  const grant = grantOf(ability);
  const relations = judgedRelations(actor, application);
  const related = grant.by.some((relation) => relations.has(relation));
  if (!related) return claimMissing(grant, relations) ?? notYours;
  if (grant.from && !grant.from.includes(application.status)) {
    return notYet(`当前状态为“${statuses[application.status].applicantSees}”，不能进行此操作。`);
  }
  for (const need of grant.needs ?? []) {
    const because = unmet[need](application, now);
    if (because) return notYet(because);
  }
  return yes;
}

/** Staff of the association that decides, who have not claimed yet, see the button and the reason. */
function claimMissing(grant: Grant, relations: ReadonlySet<string>): Judgement | null {
  if (!grant.by.includes('claimant') || !relations.has('responsible_staff')) return null;
  return notYet('请先领取这份申报，再作出决定。');
}

function grantOf(ability: Ability): Grant {
  return ability in grants ? grants[ability as keyof typeof grants] : moveFacts(ability as MoveName);
}

/** Nobody stands to his own application as unit, reviewer or finance. */
export function relationsOf(actor: Actor, application: JudgedApplication): Set<Relation> {
  if (actor.role === 'SYSTEM') return new Set<Relation>(['system']);
  if (actor.personId === application.personId) return new Set<Relation>(actor.role === 'APPLICANT' ? ['owner'] : []);
  const relations = new Set<Relation>();
  if (administersUnitOf(actor, application)) relations.add('own_unit');
  if (isResponsible(actor, application)) relations.add('responsible_staff');
  if (relations.has('responsible_staff') && actor.personId === application.claimedById) relations.add('claimant');
  if (actor.role === 'FINANCE' && actor.associationId === application.cycle.associationId) relations.add('finance');
  if (actor.role === 'AUDITOR' && auditReach(actor, application)) relations.add('auditor');
  return relations;
}

function administersUnitOf(actor: Actor, { unitId }: JudgedApplication): boolean {
  return actor.role === 'UNIT_ADMIN' && actor.unitId !== null && actor.unitId === unitId;
}

/** A unit may pay for its administrator too, whom it may never attest to through himself. */
function judgedRelations(actor: Actor, application: JudgedApplication): Set<Relation | 'paying_unit'> {
  const relations = new Set<Relation | 'paying_unit'>(relationsOf(actor, application));
  return administersUnitOf(actor, application) ? relations.add('paying_unit') : relations;
}

function isResponsible(actor: Actor, application: JudgedApplication): boolean {
  const isReviewer = actor.role === 'REVIEWER' || actor.role === 'NATIONAL_STAFF';
  return isReviewer && actor.associationId !== null && actor.associationId === application.cycleLevel.deciderId;
}

function auditReach(actor: Actor, application: JudgedApplication): boolean {
  return actor.associationId === 'national' || actor.associationId === application.cycle.associationId;
}

/** The same relations as relationsOf, as a filter for lists; null means nothing at all. */
export function visibleTo(actor: Actor): Record<string, unknown> | null {
  const notMine = { personId: { not: actor.personId ?? undefined } };
  switch (actor.role) {
    case 'APPLICANT':
      return actor.personId ? { personId: actor.personId } : null;
    case 'UNIT_ADMIN':
      return actor.unitId ? { unitId: actor.unitId, ...notMine } : null;
    case 'REVIEWER':
    case 'NATIONAL_STAFF':
      return actor.associationId ? { cycleLevel: { deciderId: actor.associationId }, ...notMine } : null;
    case 'FINANCE':
      return actor.associationId ? { cycle: { associationId: actor.associationId }, ...notMine } : null;
    case 'AUDITOR':
      if (actor.associationId === 'national') return notMine;
      return actor.associationId ? { cycle: { associationId: actor.associationId }, ...notMine } : null;
    default:
      return null;
  }
}

type Unmet = (application: JudgedApplication, now: Date) => string | null;

/** For each need, the sentence that says what is missing, or null. */
const unmet: Record<Need | 'payment_window', Unmet> = {
  apply_window: (application, now) => windowReason(application, applyCloses(application), '申报', now),
  materials_window: (application, now) =>
    windowReason(application, materialsClose(application), '材料提交', now),
  payment_window: (application, now) => {
    const closesAt = paymentCloses(application);
    return now > closesAt ? `${application.cycle.name}缴费已于 ${longDateTime(closesAt)} 截止。` : null;
  },
  unpaid: ({ hasPayment }) => (hasPayment ? '这份申报已经缴费，如需退出请联系协会办理。' : null),
  materials: ({ hasMaterials }) => (hasMaterials ? null : '盖章件尚未提交。'),
  payment: ({ hasPayment }) => (hasPayment ? null : '费用尚未缴清。'),
  // The reason itself is asked for by the input's schema; see schema.ts.
  reason: () => null,
  // The database is asked when the move is made; see move-application.ts.
  unit_not_barred: () => null,
  rejected_while_frozen: ({ frozenFrom }) => (frozenFrom ? null : '这份申报不是在暂停期间作出不予通过决定的。'),
  being_corrected: ({ revisionDueAt }) => (revisionDueAt ? null : '这份申报没有在退回修改。'),
  level_not_frozen: ({ levelFrozenAt }) => (levelFrozenAt ? '报名已提交，级别不允许更换，草稿不能删除。' : null),
  level_frozen: ({ levelFrozenAt }) => (levelFrozenAt ? null : '尚未提交报名。'),
  defense_in_route: ({ level }) => (routes[level].includes('defense') ? null : '这个级别没有答辩环节。'),
  no_defense_in_route: ({ level }) => (routes[level].includes('defense') ? '这个级别需要先完成答辩。' : null),
};

function windowReason(
  { cycle, revisionDueAt }: JudgedApplication,
  closesAt: Date,
  what: string,
  now: Date,
): string | null {
  if (revisionDueAt) {
    return now > revisionDueAt ? `修改期限已于 ${longDateTime(revisionDueAt)} 截止，请联系协会。` : null;
  }
  if (now < cycle.applyOpensAt) return `${cycle.name}申报将于 ${longDateTime(cycle.applyOpensAt)} 开始。`;
  return now > closesAt ? `${cycle.name}${what}已于 ${longDateTime(closesAt)} 截止。` : null;
}
