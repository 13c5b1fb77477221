import { z } from 'zod';
import { parsePlainDate } from '@/lib/kernel/dates';
import { provinceBySlug, provinces } from '@/lib/kernel/regions';
import { achievementKinds, achievementLevels, applicantCategories, educations, levels, studentStages } from './labels';

const plainDay = z.string().refine((text) => parsePlainDate(text) !== null, '日期应写成 2022-01-01 的样子。');
const years = z.number().min(0).max(100);
const someOf = <const Codes extends readonly string[]>(codes: Codes) => z.array(z.enum(codes)).min(1);
const provinceCode = z.enum(provinces.map(({ code }) => code));
const association = z.string().refine((id) => id === 'national' || provinceBySlug(id) !== undefined, '没有这个协会。');

const membership = z.enum(['in', 'not_in']);
const bound = z.enum(['at_least', 'at_most']);

const certificateMatch = z.strictObject({
  levels: someOf(levels),
  /** Left out: any association's certificate counts. */
  associations: z.array(association).min(1).optional(),
});

const achievementMatch = z.strictObject({
  kinds: someOf(achievementKinds).optional(),
  levelAtLeast: z.enum(achievementLevels).optional(),
  rankAtMost: z.number().int().min(1).max(20).optional(),
  /** Look-back from `on`, or from the day of the evaluation. */
  withinYears: years.optional(),
  on: plainDay.optional(),
  count: z.number().int().min(1).max(50).optional(),
});

const condition = z.union([
  z.strictObject({ fact: z.literal('category'), is: membership, value: someOf(applicantCategories) }),
  z.strictObject({ fact: z.literal('unitRegion'), is: membership, value: z.array(provinceCode).min(1) }),
  z.strictObject({ fact: z.literal('studentStage'), is: membership, value: someOf(studentStages) }),
  z.strictObject({ fact: z.literal('education'), is: membership, value: someOf(educations) }),
  z.strictObject({ fact: z.literal('education'), is: bound, value: z.enum(educations) }),
  z.strictObject({
    fact: z.enum(['majorIsScienceEducation', 'leadsActivities', 'hasOtherApplication', 'unitIsSanctioned']),
    is: z.enum(['is_true', 'is_false']),
  }),
  z.strictObject({ fact: z.literal('counselorYears'), is: bound, value: years }),
  z.strictObject({
    fact: z.literal('birthday'),
    is: z.enum(['aged_at_least', 'aged_at_most']),
    value: years,
    on: plainDay.optional(),
  }),
  z.strictObject({ fact: z.literal('certificates'), is: z.literal('includes'), value: certificateMatch }),
  z.strictObject({ fact: z.literal('achievements'), is: z.literal('includes'), value: achievementMatch }),
]);

export type Condition = z.infer<typeof condition>;
export type CertificateMatch = z.infer<typeof certificateMatch>;
export type AchievementMatch = z.infer<typeof achievementMatch>;

export type Expression =
  | Condition
  /** Left to the reviewers: never known to the system. */
  | { byPerson: true }
  | { all: Expression[] }
  | { any: Expression[] }
  | { none: Expression[] }
  | { atLeast: number; of: Expression[] };

/** The stored form of a rule: conditions on facts, joined by all, any, none and k of n. */
export const ruleExpression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    condition,
    z.strictObject({ byPerson: z.literal(true) }),
    z.strictObject({ all: z.array(ruleExpression) }),
    z.strictObject({ any: z.array(ruleExpression).min(1) }),
    z.strictObject({ none: z.array(ruleExpression).min(1) }),
    z
      .strictObject({ atLeast: z.number().int().min(1), of: z.array(ruleExpression).min(1) })
      .refine(({ atLeast, of }) => atLeast <= of.length, '“至少符合”的项数不能多于所列项数。'),
  ]),
);
