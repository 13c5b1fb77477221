import { freezable, type Status } from './lifecycle';

/** How the one who acts stands to the application; see relationsOf in policy.ts. */
export type Relation = 'owner' | 'own_unit' | 'responsible_staff' | 'claimant' | 'finance' | 'auditor' | 'system';

/** Facts that a move asks for, beside its status. */
export type Need =
  | 'apply_window'
  | 'materials_window'
  | 'unpaid'
  | 'materials'
  | 'payment'
  | 'reason'
  | 'unit_not_barred'
  | 'rejected_while_frozen'
  | 'being_corrected'
  | 'level_not_frozen'
  | 'level_frozen'
  | 'defense_in_route'
  | 'no_defense_in_route';

interface Move {
  label: string;
  from: readonly Status[];
  to: Status | 'BEFORE_FREEZING';
  by: readonly Relation[];
  needs: readonly Need[];
}

export const moves = {
  lock_form: {
    label: '确认信息并提交报名',
    from: ['DRAFT'],
    to: 'AWAITING_STAMP',
    by: ['owner'],
    needs: ['apply_window', 'unit_not_barred'],
  },
  reopen_form: {
    label: '修改申报书',
    from: ['AWAITING_STAMP', 'SUBMITTED', 'RETURNED'],
    to: 'DRAFT',
    by: ['owner'],
    needs: ['apply_window'],
  },
  submit_stamped_form: {
    label: '提交盖章件',
    from: ['AWAITING_STAMP', 'SUBMITTED', 'RETURNED'],
    to: 'SUBMITTED',
    by: ['owner', 'own_unit'],
    needs: ['materials_window', 'unit_not_barred'],
  },
  complete: {
    label: '申报完成',
    from: ['SUBMITTED'],
    to: 'COMPLETE',
    by: ['system'],
    needs: ['materials', 'payment'],
  },
  lose_payment: {
    label: '费用已退还，重新缴费',
    from: ['COMPLETE', 'UNDER_REVIEW'],
    to: 'SUBMITTED',
    by: ['system'],
    needs: [],
  },
  discard_draft: {
    label: '删除草稿',
    from: ['DRAFT'],
    to: 'DISCARDED',
    by: ['owner'],
    needs: ['level_not_frozen'],
  },
  withdraw: {
    label: '撤回申报',
    from: ['DRAFT', 'AWAITING_STAMP', 'SUBMITTED'],
    to: 'WITHDRAWN',
    by: ['owner'],
    needs: ['level_frozen', 'unpaid', 'reason'],
  },
  claim: {
    label: '领取审查',
    from: ['COMPLETE'],
    to: 'UNDER_REVIEW',
    by: ['responsible_staff'],
    needs: [],
  },
  release_claim: {
    label: '放回队列',
    from: ['UNDER_REVIEW'],
    to: 'COMPLETE',
    by: ['responsible_staff'],
    needs: [],
  },
  accept: {
    label: '审查通过',
    from: ['UNDER_REVIEW'],
    to: 'ELIGIBLE',
    by: ['claimant'],
    needs: ['materials', 'payment'],
  },
  return_for_revision: {
    label: '退回修改',
    from: ['UNDER_REVIEW'],
    to: 'RETURNED',
    by: ['claimant'],
    needs: ['reason'],
  },
  reject: {
    label: '审查不通过',
    from: ['UNDER_REVIEW'],
    to: 'REJECTED',
    by: ['claimant'],
    needs: ['reason'],
  },
  extend_revision: {
    label: '延长修改期限',
    from: ['RETURNED', 'DRAFT', 'AWAITING_STAMP'],
    to: 'RETURNED',
    by: ['responsible_staff'],
    needs: ['being_corrected', 'reason'],
  },
  reconsider: {
    label: '撤销决定，重新审查',
    from: ['ELIGIBLE', 'REJECTED', 'RETURNED'],
    to: 'UNDER_REVIEW',
    by: ['responsible_staff'],
    needs: ['payment', 'reason'],
  },
  admit_to_exam: { label: '安排笔试', from: ['ELIGIBLE'], to: 'EXAM', by: ['responsible_staff'], needs: [] },
  pass_exam: { label: '笔试通过', from: ['EXAM'], to: 'ACHIEVEMENT_REVIEW', by: ['responsible_staff'], needs: [] },
  admit_to_defense: {
    label: '安排答辩',
    from: ['ACHIEVEMENT_REVIEW'],
    to: 'DEFENSE',
    by: ['responsible_staff'],
    needs: ['defense_in_route'],
  },
  publish_result: {
    label: '公示结果',
    from: ['ACHIEVEMENT_REVIEW'],
    to: 'RESULT_PUBLIC_NOTICE',
    by: ['responsible_staff'],
    needs: ['no_defense_in_route'],
  },
  publish_defense_result: {
    label: '公示答辩结果',
    from: ['DEFENSE'],
    to: 'RESULT_PUBLIC_NOTICE',
    by: ['responsible_staff'],
    needs: ['defense_in_route'],
  },
  certify: { label: '颁发证书', from: ['RESULT_PUBLIC_NOTICE'], to: 'CERTIFIED', by: ['responsible_staff'], needs: [] },
  fail: {
    label: '认证不通过',
    from: ['EXAM', 'ACHIEVEMENT_REVIEW', 'DEFENSE', 'RESULT_PUBLIC_NOTICE'],
    to: 'NOT_PASSED',
    by: ['responsible_staff'],
    needs: ['reason'],
  },
  freeze: { label: '暂停处理', from: freezable, to: 'FROZEN', by: ['system'], needs: ['reason'] },
  unfreeze: {
    label: '恢复处理',
    from: ['FROZEN'],
    to: 'BEFORE_FREEZING',
    by: ['responsible_staff', 'system'],
    needs: ['reason'],
  },
  reject_frozen: {
    label: '暂停后不予通过',
    from: ['FROZEN'],
    to: 'REJECTED',
    by: ['responsible_staff'],
    needs: ['reason'],
  },
  freeze_again: {
    label: '撤销不予通过，恢复为暂停',
    from: ['REJECTED'],
    to: 'FROZEN',
    by: ['responsible_staff'],
    needs: ['rejected_while_frozen', 'reason'],
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
export const moveNames = Object.keys(moves) as MoveName[];

export const moveFacts = (name: MoveName): Move => moves[name];

/** Where a move can lead. */
export function targetsOf(name: MoveName): readonly Status[] {
  const { to } = moveFacts(name);
  return to === 'BEFORE_FREEZING' ? freezable : [to];
}

/** Where it leads this application. */
export function targetOf(name: MoveName, { frozenFrom }: { frozenFrom: Status | null }): Status {
  const { to } = moveFacts(name);
  if (to !== 'BEFORE_FREEZING') return to;
  if (!frozenFrom) throw new Error('an application that is not frozen has nowhere to go back to');
  return frozenFrom;
}

export const isMoveName = (text: string): text is MoveName => text in moves;
