import { z } from 'zod';
import { DomainError } from '@/lib/kernel/domain-error';
import { provinceBySlug } from '@/lib/kernel/regions';
import { achievementLevels, applicantCategories, educations, levels } from './labels';
import type { Expression } from './rule-expression';

/** What staff choose from when they write a rule; compound conditions are several rules. */
export const conditionKinds = {
  keep: '保持原样',
  person: '由审核人员认定，系统不核对',
  none: '没有条件，只是说明',
  category_in: '申报类别是下列之一',
  category_not_in: '申报类别不是下列任何一种',
  own_region: '工作单位（或就读学校）在本省',
  leads_activities: '组织或指导青少年科技教育活动',
  science_major: '就读科学教育相关专业（只对在读学生）',
  education: '最高学历不低于某一学历',
  years: '连续从事科技辅导工作达到若干年',
  age_at_least: '年满若干周岁',
  age_at_most: '不超过若干周岁',
  certificate: '持有有效的认证证书',
  achievements: '业绩成果达到若干项',
} as const;
export type ConditionKind = keyof typeof conditionKinds;

const kinds = Object.keys(conditionKinds) as [ConditionKind, ...ConditionKind[]];
const list = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()).default([]));
const maybe = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.enum(codes).optional().catch(undefined);

/** The inputs of the form; which of them count depends on the kind. */
export const conditionParts = {
  condition: z.enum(kinds, '请选择判断条件。'),
  categories: list,
  education: maybe(educations),
  amount: z.string().trim().default(''),
  certificateLevels: list,
  certificateFrom: z.enum(['own', 'any']).catch('own'),
  achievementLevel: maybe(achievementLevels),
};

type Parts = z.output<z.ZodObject<typeof conditionParts>>;
type Refuse = (path: keyof Parts, message: string) => null;

const conditionOf: Record<ConditionKind, (parts: Parts, refuse: Refuse) => WrittenCondition | null> = {
  keep: () => ({ keep: true }),
  person: () => () => ({ byPerson: true }),
  none: () => () => ({ all: [] }),
  category_in: (parts, refuse) => categoryCondition('in', parts, refuse),
  category_not_in: (parts, refuse) => categoryCondition('not_in', parts, refuse),
  own_region: () => (associationId) => ({ fact: 'unitRegion', is: 'in', value: [provinceOf(associationId)] }),
  leads_activities: () => () => ({ fact: 'leadsActivities', is: 'is_true' }),
  science_major: () => () => ({
    any: [
      { fact: 'category', is: 'not_in', value: ['STUDENT'] },
      { fact: 'majorIsScienceEducation', is: 'is_true' },
    ],
  }),
  education: ({ education }, refuse) =>
    education ? () => ({ fact: 'education', is: 'at_least', value: education }) : refuse('education', '请选择学历。'),
  years: (parts, refuse) => withAmount(parts, refuse, (value) => ({ fact: 'counselorYears', is: 'at_least', value })),
  age_at_least: (parts, refuse) =>
    withAmount(parts, refuse, (value) => ({ fact: 'birthday', is: 'aged_at_least', value })),
  age_at_most: (parts, refuse) =>
    withAmount(parts, refuse, (value) => ({ fact: 'birthday', is: 'aged_at_most', value })),
  certificate: ({ certificateLevels, certificateFrom }, refuse) => {
    const wanted = levels.filter((level) => certificateLevels.includes(level));
    if (wanted.length === 0) return refuse('certificateLevels', '请至少选择一个级别。');
    return (associationId) => ({
      fact: 'certificates',
      is: 'includes',
      value: { levels: wanted, ...(certificateFrom === 'own' ? { associations: [associationId] } : {}) },
    });
  },
  achievements: (parts, refuse) =>
    withAmount(parts, refuse, (count) => ({
      fact: 'achievements',
      is: 'includes',
      value: { count, ...(parts.achievementLevel ? { levelAtLeast: parts.achievementLevel } : {}) },
    })),
};

/** Either what stands is kept, or an expression, which may depend on whose cycle it is. */
export type WrittenCondition = { keep: true } | ((associationId: string) => Expression);

/** Reads the chosen condition, with refusals beside the inputs that it needs. */
export function writtenCondition(parts: Parts, context: z.RefinementCtx): WrittenCondition | null {
  return conditionOf[parts.condition](parts, (path, message) => {
    context.addIssue({ code: 'custom', path: [path], message });
    return null;
  });
}

function categoryCondition(is: 'in' | 'not_in', { categories }: Parts, refuse: Refuse): WrittenCondition | null {
  const value = applicantCategories.filter((category) => categories.includes(category));
  return value.length > 0 ? () => ({ fact: 'category', is, value }) : refuse('categories', '请至少选择一个申报类别。');
}

function withAmount(parts: Parts, refuse: Refuse, make: (amount: number) => Expression): WrittenCondition | null {
  const typed = parts.amount.normalize('NFKC');
  if (!/^[1-9]\d?$/.test(typed)) return refuse('amount', '请填写 1 至 99 的整数。');
  return () => make(Number(typed));
}

function provinceOf(associationId: string): string {
  const province = provinceBySlug(associationId);
  if (!province) throw new DomainError('NO_PROVINCE', '全国协会的年度没有“本省”，请选择其他判断条件。');
  return province.code;
}
