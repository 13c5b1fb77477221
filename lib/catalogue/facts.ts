import { provinces } from '@/lib/kernel/regions';
import {
  type AchievementKind,
  type AchievementLevel,
  type ApplicantCategory,
  applicantCategories,
  categoryNames,
  type Education,
  educationNames,
  educations,
  type LevelCode,
  type StudentStage,
  studentStageNames,
  studentStages,
} from './labels';

/** A field that is left out is not known, and a list that is given is complete. */
export interface HeldCertificate {
  level: LevelCode;
  associationId: string;
  isValid?: boolean;
}

export interface KnownAchievement {
  kind: AchievementKind;
  level?: AchievementLevel;
  /** 1 for the first instructor, lead researcher or first author. */
  rank?: number;
  /** YYYY-MM-DD or YYYY-MM. */
  date?: string;
}

/** Everything that a rule may ask for. What is left out is not known yet. */
export interface Facts {
  category?: ApplicantCategory;
  unitRegion?: string;
  majorIsScienceEducation?: boolean;
  leadsActivities?: boolean;
  studentStage?: StudentStage;
  education?: Education;
  birthday?: string;
  counselorYears?: number;
  certificates?: readonly HeldCertificate[];
  hasOtherApplication?: boolean;
  unitIsSanctioned?: boolean;
  achievements?: readonly KnownAchievement[];
}

export type FactName = keyof Facts;

interface FactCommon {
  name: string;
  /** Asked in the self-check; without a question only the system knows. */
  question?: string;
  hint?: string;
}

export type FactDefinition = FactCommon &
  (
    | { kind: 'choice'; options: readonly { value: string; label: string }[]; isOrdered: boolean }
    /** Both sentences hold the name, so that an explanation always says which fact decided. */
    | { kind: 'claim'; whenTrue: string; whenFalse: string }
    | { kind: 'number'; unit: string }
    | { kind: 'date' }
    | { kind: 'certificates' }
    | { kind: 'achievements' }
  );

const optionsOf = <Code extends string>(codes: readonly Code[], names: Record<Code, string>) =>
  codes.map((value) => ({ value, label: names[value] }));

export const facts: Record<FactName, FactDefinition> = {
  category: {
    kind: 'choice',
    name: '申报类别',
    question: '您属于哪一类人员？',
    options: optionsOf(applicantCategories, categoryNames),
    isOrdered: false,
  },
  unitRegion: {
    kind: 'choice',
    name: '所在单位（学校）所在地',
    question: '您的工作单位（或就读的学校）在哪里？',
    options: provinces.map(({ code, name }) => ({ value: code, label: name })),
    isOrdered: false,
  },
  majorIsScienceEducation: {
    kind: 'claim',
    name: '科学教育相关专业',
    question: '您就读的是科学教育相关专业吗？',
    hint: '只有在读学生需要回答。',
    whenTrue: '就读的是科学教育相关专业',
    whenFalse: '就读的不是科学教育相关专业',
  },
  leadsActivities: {
    kind: 'claim',
    name: '青少年科技教育活动',
    question: '您组织或指导青少年科技教育活动吗？',
    whenTrue: '组织或指导青少年科技教育活动',
    whenFalse: '没有组织或指导青少年科技教育活动',
  },
  studentStage: {
    kind: 'choice',
    name: '就读阶段',
    question: '您正在就读哪个阶段？',
    hint: '只有在读学生需要回答。',
    options: optionsOf(studentStages, studentStageNames),
    isOrdered: false,
  },
  education: {
    kind: 'choice',
    name: '最高学历',
    question: '您的最高学历是什么？',
    options: optionsOf(educations, educationNames),
    isOrdered: true,
  },
  birthday: { kind: 'date', name: '出生日期', question: '您的出生日期是哪一天？' },
  counselorYears: {
    kind: 'number',
    name: '连续从事科技辅导工作的年限',
    question: '您连续从事科技辅导工作多少年？',
    unit: '年',
  },
  certificates: { kind: 'certificates', name: '已持有的认证证书', question: '您已经持有哪些有效的认证证书？' },
  hasOtherApplication: {
    kind: 'claim',
    name: '本年度其他申报',
    question: '您在本认证年度已经申报过吗？',
    hint: '在旧认证平台完成的申报也算，不需要重复报名。',
    whenTrue: '已经有本年度其他申报',
    whenFalse: '没有本年度其他申报',
  },
  unitIsSanctioned: {
    kind: 'claim',
    name: '所在单位申报资格',
    whenTrue: '所在单位申报资格正处于取消期内',
    whenFalse: '所在单位申报资格没有被取消',
  },
  achievements: { kind: 'achievements', name: '业绩成果' },
};

export const factNames = Object.keys(facts) as FactName[];
