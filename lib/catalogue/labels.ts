/** Words for the codes that cycles, forms and rules share. Plain data: components may import it. */

import { yuan } from '@/lib/kernel/money';

export const levels = ['PRIMARY', 'INTERMEDIATE', 'SENIOR'] as const;
export type LevelCode = (typeof levels)[number];

export const levelNames: Record<LevelCode, string> = { PRIMARY: '初级', INTERMEDIATE: '中级', SENIOR: '高级' };

/** What becomes of a fee; `decide`: staff say so each time. */
export const refundRules = ['full', 'none', 'decide'] as const;
export type RefundRule = (typeof refundRules)[number];

export const refundRuleNames: Record<RefundRule, string> = { full: '全额退还', none: '不退', decide: '由协会逐笔决定' };

/** 江苏省初级科技辅导员专业水平认证, worded as on the old platform's screens. */
export const itemTitle = (provinceName: string, level: LevelCode): string =>
  `${provinceName}${levelNames[level]}科技辅导员专业水平认证`;

export const applicationFormTitle = '青少年科技辅导员专业水平认证申报书';

export const applicantCategories = [
  'KINDERGARTEN_TEACHER',
  'PRIMARY_SCHOOL_TEACHER',
  'SECONDARY_SCHOOL_TEACHER',
  'VOCATIONAL_SCHOOL_TEACHER',
  'STUDENT',
  'UNIVERSITY_OR_RESEARCH_INSTITUTE',
  'SCIENCE_MUSEUM',
  'YOUTH_PALACE',
  'SCI_TECH_EDUCATION_INSTITUTION',
  'SOCIAL_ORGANIZATION',
  'ENTERPRISE_OR_PUBLIC_INSTITUTION',
] as const;
export type ApplicantCategory = (typeof applicantCategories)[number];

export const categoryNames: Record<ApplicantCategory, string> = {
  KINDERGARTEN_TEACHER: '幼儿园教师',
  PRIMARY_SCHOOL_TEACHER: '小学教师',
  SECONDARY_SCHOOL_TEACHER: '中学教师',
  VOCATIONAL_SCHOOL_TEACHER: '职业学校教师',
  STUDENT: '高校科学教育相关专业在读学生',
  UNIVERSITY_OR_RESEARCH_INSTITUTE: '高等学校与科研院所人员',
  SCIENCE_MUSEUM: '科普场馆人员',
  YOUTH_PALACE: '青少年宫（活动中心）人员',
  SCI_TECH_EDUCATION_INSTITUTION: '科技教育机构人员',
  SOCIAL_ORGANIZATION: '社会团体人员',
  ENTERPRISE_OR_PUBLIC_INSTITUTION: '企事业单位人员',
};

/** As grouped in the notice: teachers, students, people who work in science and technology elsewhere. */
export const categoryGroups: readonly { title: string; categories: readonly ApplicantCategory[] }[] = [
  {
    title: '组织和指导青少年科技教育活动的教师',
    categories: [
      'KINDERGARTEN_TEACHER',
      'PRIMARY_SCHOOL_TEACHER',
      'SECONDARY_SCHOOL_TEACHER',
      'VOCATIONAL_SCHOOL_TEACHER',
    ],
  },
  { title: '在读学生', categories: ['STUDENT'] },
  {
    title: '从事科技工作的相关人员',
    categories: [
      'UNIVERSITY_OR_RESEARCH_INSTITUTE',
      'SCIENCE_MUSEUM',
      'YOUTH_PALACE',
      'SCI_TECH_EDUCATION_INSTITUTION',
      'SOCIAL_ORGANIZATION',
      'ENTERPRISE_OR_PUBLIC_INSTITUTION',
    ],
  },
];

export const studentStages = ['JUNIOR_COLLEGE', 'UNDERGRADUATE', 'MASTER', 'DOCTOR'] as const;
export type StudentStage = (typeof studentStages)[number];

export const studentStageNames: Record<StudentStage, string> = {
  JUNIOR_COLLEGE: '专科生',
  UNDERGRADUATE: '本科生',
  MASTER: '研究生',
  DOCTOR: '博士生',
};

/** Lowest first: rules compare by place. */
export const educations = ['BELOW_COLLEGE', 'JUNIOR_COLLEGE', 'BACHELOR', 'MASTER', 'DOCTOR'] as const;
export type Education = (typeof educations)[number];

export const educationNames: Record<Education, string> = {
  BELOW_COLLEGE: '中专、高中及以下',
  JUNIOR_COLLEGE: '大学专科',
  BACHELOR: '大学本科',
  MASTER: '硕士研究生',
  DOCTOR: '博士研究生',
};

export const achievementKinds = [
  'STUDENT_CONTEST_AWARD',
  'OWN_CONTEST_AWARD',
  'COMMENDATION',
  'RESEARCH_PROJECT',
  'PUBLICATION',
  'PATENT',
  'COURSE_OR_TEACHING_AID',
  'OTHER',
] as const;
export type AchievementKind = (typeof achievementKinds)[number];

export const achievementKindNames: Record<AchievementKind, string> = {
  STUDENT_CONTEST_AWARD: '指导学生竞赛获奖',
  OWN_CONTEST_AWARD: '本人专业评比获奖',
  COMMENDATION: '表彰奖励',
  RESEARCH_PROJECT: '课题研究',
  PUBLICATION: '论文著作',
  PATENT: '专利',
  COURSE_OR_TEACHING_AID: '课程教具',
  OTHER: '其他',
};

/** Lowest first: rules compare by place. */
export const achievementLevels = ['UNIT', 'COUNTY', 'CITY', 'PROVINCE', 'NATION', 'INTERNATIONAL'] as const;
export type AchievementLevel = (typeof achievementLevels)[number];

export const achievementLevelNames: Record<AchievementLevel, string> = {
  UNIT: '本单位',
  COUNTY: '县（区）级',
  CITY: '市级',
  PROVINCE: '省级',
  NATION: '国家级',
  INTERNATIONAL: '国际级',
};

/** Where nothing is published about a condition. */
export const noticeDecides = '以通知为准';

/** Where the notice says that arrangements follow. */
export const toBeAnnounced = '待通知';

/** What the history calls events of cycles and notices. */
export const catalogueEventNames: Record<string, string> = {
  cycle_amended: '修改认证年度',
  cycle_published: '发布认证年度',
  cycle_copied: '建立新的认证年度',
  level_fee_set: '修改费用',
  refund_policy_set: '修改退费规定',
  unit_order_terms_set: '修改单位缴费规定',
  level_opened: '开放申报',
  level_closed: '停止开放申报',
  level_conditions_amended: '修改报名条件说明',
  rule_amended: '修改条款',
  rule_retired: '停用条款',
  notice_drafted: '拟公告',
  notice_amended: '修改公告',
  notice_published: '发布公告',
  notice_withdrawn: '撤回公告',
};

export const refundEyesWords = (limit: number | null): string =>
  limit === null ? '每笔都要第二人复核' : `超过 ${yuan(limit)} 的要第二人复核`;

export const transferEyesWords = (limit: number | null): string =>
  limit === null ? '由一人确认' : `超过 ${yuan(limit)} 的要两人先后确认`;
