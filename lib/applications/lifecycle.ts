/** Statuses and stages; the moves between them stand in moves.ts. docs/lifecycle.md, buttons, checks and tests are drawn from both. */
import type { LevelCode } from '@/lib/catalogue/labels';

export type Level = LevelCode;

export type Turn = 'applicant' | 'association' | 'nobody';
export type Tone = 'neutral' | 'todo' | 'waiting' | 'good' | 'bad';

interface StatusFacts {
  applicantSees: string;
  staffSees: string;
  turn: Turn;
  tone: Tone;
  /** What comes next, said to the applicant. */
  next: string;
}

export const statuses = {
  DRAFT: {
    applicantSees: '填写中',
    staffSees: '填写中',
    turn: 'applicant',
    tone: 'todo',
    next: '填完各部分后，核对信息并提交报名，系统生成申报书供打印。',
  },
  AWAITING_STAMP: {
    applicantSees: '待上传盖章件',
    staffSees: '待盖章',
    turn: 'applicant',
    tone: 'todo',
    next: '打印申报书，签字并加盖所在单位公章，上传扫描件；同时可以缴费。',
  },
  SUBMITTED: {
    applicantSees: '材料已提交，待缴费',
    staffSees: '待缴费',
    turn: 'applicant',
    tone: 'todo',
    next: '缴费完成后，申报即完成，进入资格审查。',
  },
  COMPLETE: {
    applicantSees: '等待资格审查',
    staffSees: '待审查',
    turn: 'association',
    tone: 'waiting',
    next: '协会工作人员进行资格审查，结果会发消息通知您。',
  },
  UNDER_REVIEW: {
    applicantSees: '资格审查中',
    staffSees: '审查中',
    turn: 'association',
    tone: 'waiting',
    next: '审查结束后，结果会发消息通知您。',
  },
  RETURNED: {
    applicantSees: '退回修改',
    staffSees: '已退回',
    turn: 'applicant',
    tone: 'todo',
    next: '按退回原因修改后重新提交，级别不变，无需再次缴费。',
  },
  REJECTED: {
    applicantSees: '资格审查未通过',
    staffSees: '未通过',
    turn: 'nobody',
    tone: 'bad',
    next: '本次认证到此结束。对结果有疑问，可联系协会。',
  },
  ELIGIBLE: {
    applicantSees: '资格审查通过',
    staffSees: '审查通过',
    turn: 'association',
    tone: 'good',
    next: '等待笔试安排，时间待通知。',
  },
  EXAM: {
    applicantSees: '笔试阶段',
    staffSees: '笔试',
    turn: 'applicant',
    tone: 'waiting',
    next: '按通知的时间在考试中心参加笔试。',
  },
  ACHIEVEMENT_REVIEW: {
    applicantSees: '业绩成果评审中',
    staffSees: '业绩评审',
    turn: 'association',
    tone: 'waiting',
    next: '专家评审业绩成果，结果会发消息通知您。',
  },
  DEFENSE: {
    applicantSees: '答辩阶段',
    staffSees: '答辩',
    turn: 'applicant',
    tone: 'waiting',
    next: '按通知的时间参加视频答辩。',
  },
  RESULT_PUBLIC_NOTICE: {
    applicantSees: '结果公示中',
    staffSees: '公示中',
    turn: 'association',
    tone: 'waiting',
    next: '公示期满无异议后颁发证书。',
  },
  CERTIFIED: {
    applicantSees: '已获证书',
    staffSees: '已发证',
    turn: 'nobody',
    tone: 'good',
    next: '可在证书管理中查看和下载证书。',
  },
  NOT_PASSED: {
    applicantSees: '未通过认证',
    staffSees: '未通过认证',
    turn: 'nobody',
    tone: 'bad',
    next: '本次认证到此结束。',
  },
  WITHDRAWN: {
    applicantSees: '已撤回',
    staffSees: '已撤回',
    turn: 'nobody',
    tone: 'neutral',
    next: '本年度不能再次申报。',
  },
  FROZEN: {
    applicantSees: '暂停处理',
    staffSees: '暂停处理',
    turn: 'association',
    tone: 'bad',
    next: '所在单位的申报资格被取消，协会逐份决定是否继续，结果会发消息通知您。已交的材料和费用都保留，暂停的时间不计入期限。',
  },
  DISCARDED: {
    applicantSees: '草稿已删除',
    staffSees: '草稿已删除',
    turn: 'nobody',
    tone: 'neutral',
    next: '可以重新选择级别申报。',
  },
} as const satisfies Record<string, StatusFacts>;

export type Status = keyof typeof statuses;
export const statusNames = Object.keys(statuses) as Status[];

/** The stages of each level in order; 初级 has no defence (R27). */
export const stages = {
  apply: '填报与提交',
  eligibility: '资格审查',
  exam: '笔试',
  achievements: '业绩成果评审',
  defense: '答辩',
  result: '结果公示与发证',
} as const;
export type Stage = keyof typeof stages;

export const routes: Record<Level, readonly Stage[]> = {
  PRIMARY: ['apply', 'eligibility', 'exam', 'achievements', 'result'],
  INTERMEDIATE: ['apply', 'eligibility', 'exam', 'achievements', 'defense', 'result'],
  SENIOR: ['apply', 'eligibility', 'exam', 'achievements', 'defense', 'result'],
};

export const stageOf: Record<Status, Stage> = {
  DRAFT: 'apply',
  AWAITING_STAMP: 'apply',
  SUBMITTED: 'apply',
  COMPLETE: 'eligibility',
  UNDER_REVIEW: 'eligibility',
  RETURNED: 'eligibility',
  REJECTED: 'eligibility',
  ELIGIBLE: 'exam',
  EXAM: 'exam',
  ACHIEVEMENT_REVIEW: 'achievements',
  DEFENSE: 'defense',
  RESULT_PUBLIC_NOTICE: 'result',
  CERTIFIED: 'result',
  NOT_PASSED: 'result',
  WITHDRAWN: 'apply',
  // Where it stood before says more; see stagesShown.
  FROZEN: 'eligibility',
  DISCARDED: 'apply',
};

/** Under way, and not yet decided for good: what is frozen when the unit is barred. A draft is only its writer's. */
export const freezable = [
  'AWAITING_STAMP',
  'SUBMITTED',
  'COMPLETE',
  'UNDER_REVIEW',
  'RETURNED',
  'ELIGIBLE',
  'EXAM',
  'ACHIEVEMENT_REVIEW',
  'DEFENSE',
  'RESULT_PUBLIC_NOTICE',
] as const satisfies readonly Status[];

export const isStatus = (text: string): text is Status => text in statuses;
