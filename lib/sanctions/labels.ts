import { beijingDay, longPlainDate, plainDate } from '@/lib/kernel/dates';

export const sanctionYears = 3;

/** What is stored; whether an approved one is in force is asked of its dates. */
export type SanctionStatus = 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN' | 'LIFTED';

export type SanctionState = Exclude<SanctionStatus, 'APPROVED'> | 'IN_FORCE' | 'EXPIRED';

export function stateOf({ status, endsOn }: { status: SanctionStatus; endsOn: Date | null }, now: Date): SanctionState {
  if (status !== 'APPROVED') return status;
  return endsOn && plainDate(endsOn) < beijingDay(now) ? 'EXPIRED' : 'IN_FORCE';
}

export const sanctionStates: Record<
  SanctionState,
  { label: string; tone: 'warning' | 'danger' | 'neutral' | 'success' }
> = {
  PROPOSED: { label: '待审批', tone: 'warning' },
  IN_FORCE: { label: '生效中', tone: 'danger' },
  REFUSED: { label: '审批未通过', tone: 'neutral' },
  WITHDRAWN: { label: '已撤回', tone: 'neutral' },
  LIFTED: { label: '已解除', tone: 'success' },
  EXPIRED: { label: '已期满', tone: 'neutral' },
};

export const appealStates = {
  OPEN: { label: '待处理', tone: 'warning' },
  GRANTED: { label: '申诉成立', tone: 'success' },
  REFUSED: { label: '申诉不成立', tone: 'danger' },
} as const;

/** What the history calls the events of a sanction, in the unit's stream. */
export const sanctionEventNames: Record<string, string> = {
  sanction_proposed: '提出取消申报资格',
  sanction_approved: '批准取消申报资格',
  sanction_refused: '取消申报资格未获批准',
  sanction_withdrawn: '撤回取消申报资格的提议',
  sanction_lifted: '恢复申报资格',
  appeal_lodged: '单位提出申诉',
  appeal_granted: '申诉成立',
  appeal_refused: '申诉不成立',
};

export interface Bar {
  decisionNumber: string;
  /** YYYY-MM-DD, both included. */
  startsOn: string;
  endsOn: string;
}

/** 自2025年2月10日起，至2028年2月10日止 */
export const periodWords = ({ startsOn, endsOn }: Pick<Bar, 'startsOn' | 'endsOn'>): string =>
  `自${longPlainDate(startsOn)}起，至${longPlainDate(endsOn)}止`;

/** Why nobody of this unit can go on; said to colleagues who have done nothing. */
export const barredSentence = (unitName: string, bar: Bar): string =>
  `“${unitName}”因查实有虚假材料，被取消三年内认证申报资格（${periodWords(bar)}，决定文号：${bar.decisionNumber}），在此期间本单位人员不能申报或提交。对决定有异议的，由单位管理员在“单位工作台”提出申诉。`;
