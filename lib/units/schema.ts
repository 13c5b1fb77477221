import { z } from 'zod';
import { mobileField, personNameField } from '@/lib/accounts/schema';
import { parseCreditCode } from '@/lib/kernel/credit-code';
import { jiangsuCities, provinceOfRegion, provinces } from '@/lib/kernel/regions';
import { unitKinds } from './labels';

export const creditCodeField = z
  .string()
  .default('')
  .transform((text, context) => {
    const result = parseCreditCode(text);
    if (result.ok) return result.normalised;
    context.addIssue({ code: 'custom', message: result.because });
    return z.NEVER;
  });

const unitNameField = z
  .string()
  .default('')
  .transform((text) => text.replace(/[\s\u3000]+/gu, ' ').trim())
  .refine((name) => [...name].length >= 4, '请填写单位全称，与公章上的名称一致。')
  .refine((name) => [...name].length <= 100, '单位名称最多 100 个字。')
  .refine((name) => /\p{Script=Han}/u.test(name), '请填写单位的中文全称，与公章上的名称一致。')
  .refine((name) => !/[<>{}\p{Cc}\p{Co}]/u.test(name), '单位名称中有不能使用的符号，请检查。');

/** Places to choose from: each province, 江苏 by its cities. Six digits, GB/T 2260. */
export const regionChoices: readonly { value: string; label: string }[] = provinces.flatMap(({ code, name }) =>
  code === '32'
    ? jiangsuCities.map((city) => ({ value: `${city.code}00`, label: `江苏省${city.name}` }))
    : [{ value: `${code}0000`, label: name }],
);

const regionField = z
  .string('请选择单位所在地区。')
  .refine((code) => /^\d{6}$/.test(code) && provinceOfRegion(code) !== undefined, '请选择单位所在地区。');

const noteField = (least: number, sentence: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => [...text].length >= least, sentence)
    .refine((text) => [...text].length <= 500, '最多 500 个字，请写得短一些。');

export const addUnitInput = z.object({
  name: unitNameField,
  creditCode: creditCodeField,
  kind: z.enum(unitKinds, '请选择单位类别。'),
  regionCode: regionField,
  address: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => [...text].length <= 200, '地址最多 200 个字。'),
});
export type AddUnitInput = z.output<typeof addUnitInput>;

export const requestUnitAdminInput = z.object({
  creditCode: creditCodeField,
  note: noteField(5, '请写明您在单位的职务、部门和办公电话，便于协会核实。'),
  /** Ticked by who follows an administrator that has left. */
  takesOver: z.string().optional().transform((value) => value === 'yes'),
});
export type RequestUnitAdminInput = z.output<typeof requestUnitAdminInput>;

export const nameSuccessorInput = z.object({
  grantId: z.uuid(),
  name: personNameField,
  mobile: mobileField,
  note: noteField(5, '请写明接任的人在单位的职务、部门和办公电话，便于协会核实。'),
});
export type NameSuccessorInput = z.output<typeof nameSuccessorInput>;

export const withdrawSuccessorInput = z.object({ grantId: z.uuid() });

export const decideUnitInput = z.object({
  unitId: z.uuid(),
  decision: z.enum(['approve', 'reject'], '请选择核实结果。'),
  note: noteField(2, '请写明核实的依据或不通过的原因。'),
});

export const renameUnitInput = z.object({
  unitId: z.uuid(),
  name: unitNameField,
  note: noteField(2, '请写明更名的依据，例如批准文号。'),
});
export type RenameUnitInput = z.output<typeof renameUnitInput>;

export const decideUnitAdminInput = z.object({
  grantId: z.uuid(),
  decision: z.enum(['approve', 'reject'], '请选择通过或不通过。'),
  note: noteField(2, '请写明核实的依据或不通过的原因。'),
  /** Whose task ends in the same step; empty for nobody's. */
  endsGrantId: z.union([z.uuid(), z.literal('')]).default(''),
});

export const revokeUnitAdminInput = z.object({ grantId: z.uuid(), note: noteField(2, '请写明撤销的原因。') });
export const resignUnitAdminInput = z.object({ grantId: z.uuid() });

export const unitListInput = z.object({
  status: z.enum(['PENDING', 'APPROVED', 'REJECTED', 'admins', 'orphaned']).catch('PENDING'),
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type UnitListInput = z.output<typeof unitListInput>;
