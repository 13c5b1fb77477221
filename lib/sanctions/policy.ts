import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYet, notYours, yes } from '@/lib/kernel/judgement';
import { provinceBySlug } from '@/lib/kernel/regions';
import { type SanctionState, type SanctionStatus, stateOf } from './labels';

export interface JudgedSanction {
  regionCode: string;
  status: SanctionStatus;
  endsOn: Date | null;
  proposedById: string;
  decidedById: string | null;
  hasOpenAppeal: boolean;
  /** Records that carry its credit code today. */
  unitIds: readonly string[];
  /** Whether the one who asks belongs to the unit, as its administrator or as an applicant. */
  isTied: boolean;
}

type Sentence = (actor: Actor, sanction: JudgedSanction) => string | null;
type Relation = 'reader' | 'staff' | 'proposer' | 'unit';

interface Grant {
  by: Relation;
  in?: readonly SanctionState[];
  refusals: readonly Sentence[];
}

const tiedWords = '您与这个单位有关联（是它的管理员，或以它为所在单位申报过），请由其他工作人员办理。';
const tied: Sentence = (_, { isTied }) => (isTied ? tiedWords : null);
const ownProposal: Sentence = ({ personId }, { proposedById }) =>
  personId === proposedById ? '这项处理由您提出，须由另一位工作人员决定。' : null;
const firstDecider: Sentence = ({ personId }, { decidedById }) =>
  personId === decidedById ? '这项处理由您批准，申诉须由没有参与的工作人员决定。' : null;
const appealWaits: Sentence = (_, { hasOpenAppeal }) =>
  hasOpenAppeal ? '单位的申诉还没有处理，请先对申诉作出决定。' : null;
const noAppeal: Sentence = (_, { hasOpenAppeal }) => (hasOpenAppeal ? null : '没有等待处理的申诉。');
const appealed: Sentence = (_, { hasOpenAppeal }) =>
  hasOpenAppeal ? '单位的申诉正在处理，有了结果会发消息通知，不需要重复提交。' : null;

const grants = {
  see: { by: 'reader', refusals: [] },
  approve: { by: 'staff', in: ['PROPOSED'], refusals: [tied, ownProposal] },
  refuse: { by: 'staff', in: ['PROPOSED'], refusals: [tied, ownProposal] },
  withdraw: { by: 'proposer', in: ['PROPOSED'], refusals: [] },
  lift: { by: 'staff', in: ['IN_FORCE'], refusals: [tied, ownProposal, appealWaits] },
  decide_appeal: { by: 'staff', in: ['IN_FORCE'], refusals: [tied, ownProposal, firstDecider, noAppeal] },
  appeal: { by: 'unit', in: ['IN_FORCE'], refusals: [appealed] },
} as const satisfies Record<string, Grant>;

export type SanctionAbility = keyof typeof grants;
export const sanctionAbilities = Object.keys(grants) as SanctionAbility[];

/** Whether this person may do this to this sanction now; screens and server ask the same. */
export function judgeSanction(actor: Actor, ability: SanctionAbility, sanction: JudgedSanction, now: Date): Judgement {
  const { by, refusals, ...grant }: Grant = grants[ability];
  if (!stands(actor, by, sanction)) return notYours;
  if (grant.in && !grant.in.includes(stateOf(sanction, now))) return notYet('这项处理的状态已有变化，请刷新页面。');
  for (const refusal of refusals) {
    const because = refusal(actor, sanction);
    if (because) return notYet(because);
  }
  return yes;
}

export interface JudgedUnit {
  regionCode: string;
  isTied: boolean;
}

/** Proposed by staff of the unit's province, or national staff; never by one of the unit. */
export function judgePropose(actor: Actor, unit: JudgedUnit): Judgement {
  if (!isStaff(actor) || !reaches(actor, unit.regionCode)) return notYours;
  return unit.isTied ? notYet(tiedWords) : yes;
}

/** A file that is in nobody's record yet is only his who uploaded it. */
export const judgeOwnFile = (actor: Actor, file: { uploadedById: string }): Judgement =>
  actor.personId === file.uploadedById ? yes : notYours;

/** Who may look for evidence at all; against whom is asked when it is proposed. */
export const mayProposeAnywhere = (actor: Actor): boolean => isStaff(actor) && reachOf(actor) !== null;

/** The same reach as `see`, as a filter for lists; null means none. */
export function sanctionsVisibleTo(actor: Actor): { regionCode?: { startsWith: string } } | null {
  if (!isReader(actor)) return null;
  const reach = reachOf(actor);
  if (reach === null) return null;
  return reach === '' ? {} : { regionCode: { startsWith: reach } };
}

function stands(actor: Actor, relation: Relation, sanction: JudgedSanction): boolean {
  if (relation === 'unit') {
    return actor.role === 'UNIT_ADMIN' && sanction.unitIds.some((id) => id === actor.unitId);
  }
  if (!reaches(actor, sanction.regionCode)) return false;
  if (relation === 'reader') return isReader(actor);
  return isStaff(actor) && (relation === 'staff' || actor.personId === sanction.proposedById);
}

const isStaff = ({ role }: Actor): boolean => role === 'REVIEWER' || role === 'NATIONAL_STAFF';
const isReader = (actor: Actor): boolean => isStaff(actor) || actor.role === 'AUDITOR';

function reaches(actor: Actor, regionCode: string): boolean {
  const reach = reachOf(actor);
  return reach !== null && regionCode.startsWith(reach);
}

/** The beginning of the region codes that this person looks after: everything, a province, or nothing. */
function reachOf({ role, associationId }: Actor): string | null {
  if (role === 'NATIONAL_STAFF' || associationId === 'national') return '';
  return (associationId && provinceBySlug(associationId)?.code) || null;
}
