import { z } from 'zod';
import { type CheckCode, isCheckCode } from '../preflight/checks';
import { reasonGroups } from './labels';

/** What stands in ReturnReasonRevision.changes. */
export const storedReasonChanges = z.array(
  z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() }),
);
export type ReasonChange = z.infer<typeof storedReasonChanges>[number];

/** Says that only a person can see it; an empty choice is no answer. */
export const byPeople = 'people';

const boundCheck = z
  .string()
  .refine((code) => code === byPeople || isCheckCode(code), '请选择由哪项检查发现，或“只能由人判断”。')
  .transform((code): CheckCode | null => (isCheckCode(code) ? code : null));

const values = {
  label: z.string().trim().min(2, '请填写原因，至少 2 个字。').max(60, '原因最多 60 个字。'),
  advice: z.string().trim().min(4, '请写明申请人怎样修改，至少 4 个字。').max(200, '修改办法最多 200 个字。'),
  group: z.enum(reasonGroups, '请选择类别。'),
  check: boundCheck,
  position: z.coerce
    .number('顺序请填写整数。')
    .int('顺序请填写整数。')
    .min(0, '顺序应在 0 至 999 之间。')
    .max(999, '顺序应在 0 至 999 之间。'),
};

const because = z.string().trim().min(4, '请写明修改原因，至少 4 个字。').max(300, '修改原因最多 300 个字。');

export const addReasonInput = z.object({ ...values, because });
export type AddReason = z.output<typeof addReasonInput>;

export const amendReasonInput = z.object({
  ...values,
  because,
  code: z.string().max(60),
  revision: z.coerce.number().int().positive(),
  isActive: z.literal('yes').optional().transform((ticked) => ticked === 'yes'),
});
export type AmendReason = z.output<typeof amendReasonInput>;
