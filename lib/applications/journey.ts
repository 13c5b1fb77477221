import { type Dated, materialsClose, paymentCloses, applyCloses } from './deadlines';
import { type Level, routes, type Stage, stageOf, stages, type Status, statuses } from './lifecycle';

/** What the page of an application needs in order to say where it stands. */
export interface Standing extends Dated {
  status: Status;
  level: Level;
  hasMaterials: boolean;
  hasPayment: boolean;
  frozenFrom: Status | null;
  formVersion: number;
  statusSince: Date;
  completedAt: Date | null;
}

/** By when the applicant has to act; null when it is not his turn. */
export function deadlineOf(standing: Standing): Date | null {
  const { status, hasMaterials, hasPayment, revisionDueAt } = standing;
  if (revisionDueAt && isInHand(status)) return revisionDueAt;
  if (status === 'DRAFT') return applyCloses(standing);
  if (status !== 'AWAITING_STAMP' && status !== 'SUBMITTED') return null;
  const owed = [...(hasMaterials ? [] : [materialsClose(standing)]), ...(hasPayment ? [] : [paymentCloses(standing)])];
  return owed.sort((one, other) => one.getTime() - other.getTime())[0] ?? null;
}

/** The applicant can still do something about it. */
export const isInHand = (status: Status): boolean =>
  status === 'DRAFT' || status === 'AWAITING_STAMP' || status === 'SUBMITTED' || status === 'RETURNED';

export interface StageShown {
  stage: Stage;
  title: string;
  state: 'done' | 'current' | 'ahead' | 'failed';
}

const failed: readonly Status[] = ['REJECTED', 'NOT_PASSED', 'WITHDRAWN', 'DISCARDED'];

/** The level's own way, stage by stage; 初级 meets no defence. */
export function stagesShown({ level, status, frozenFrom }: Pick<Standing, 'level' | 'status' | 'frozenFrom'>): StageShown[] {
  const route = routes[level];
  const here = route.indexOf(stageOf[frozenFrom ?? status]);
  return route.map((stage, index) => ({ stage, title: stages[stage], state: stateOf(index, here, status) }));
}

function stateOf(index: number, here: number, status: Status): StageShown['state'] {
  if (index < here || status === 'CERTIFIED') return 'done';
  if (index > here) return 'ahead';
  return failed.includes(status) ? 'failed' : 'current';
}

export const turnOf = (status: Status) => statuses[status].turn;

/** Which half is missing, in words; only both together complete an application (R25). */
export function halfMissing(
  { status, hasMaterials, hasPayment }: Standing,
  payer: 'himself' | 'unit' = 'himself',
): string | null {
  if (status !== 'AWAITING_STAMP' && status !== 'SUBMITTED') return null;
  if (!hasPayment && payer === 'unit') {
    return hasMaterials
      ? '盖章件已提交，正等待您的单位缴费，请不要自己再缴费。单位缴费后申报完成。'
      : '还缺签字盖章的申报书扫描件。费用由您的单位统一缴纳，请不要自己再缴费；两项都完成才算申报完成。';
  }
  if (!hasMaterials && !hasPayment) return '还缺两项：签字盖章的申报书扫描件，和缴费。先办哪一项都可以，两项都完成才算申报完成。';
  if (!hasMaterials) return '费用已缴清，还缺签字盖章的申报书扫描件。提交扫描件后申报完成。';
  return '盖章件已提交，还缺缴费。缴费后申报完成。';
}
