import { z } from 'zod';
import { beijingInstant } from '@/lib/kernel/dates';
import { parseYuan } from '@/lib/kernel/money';
import { parseTypedDate } from '@/lib/kernel/typed-date';
import { refundRules } from './labels';
import { conditionParts, writtenCondition } from './rule-condition';

/** What stands in the JSON columns of a cycle. */
export const storedContacts = z.array(
  z.object({ label: z.string(), phones: z.array(z.string()), email: z.string().default('') }),
);
export type Contact = z.infer<typeof storedContacts>[number];

/** Words that are data: `orderUnpaid` for an order that nobody has paid yet, `transferAccount` where to transfer to. */
export const storedTexts = z.record(z.string(), z.string());

/** What is given back when staff have decided nothing else; a cycle without a rule leaves it to them. */
export const storedRefundPolicy = z.object({
  rejected: z.enum(refundRules).default('decide'),
  withdrawn: z.enum(refundRules).default('decide'),
  /** For applicants to read before they pay. */
  text: z.string().default(''),
});
export type RefundPolicy = z.infer<typeof storedRefundPolicy>;

export const storedChanges = z.array(
  z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() }),
);
export type Change = z.infer<typeof storedChanges>[number];

const id = z.uuid('页面内容不完整，请刷新后再试。');
const line = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, `最多 ${most} 个字。`);
const prose = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `最多 ${most} 个字。`)
    .transform((text) => text.replaceAll('\r\n', '\n'));
const reason = z.string().trim().min(4, '请写明原因，至少 4 个字。').max(500, '原因最多 500 个字。');
const revision = z.coerce.number().int().positive();
const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

const day = z.string().transform((text, context) => {
  const parsed = parseTypedDate(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: '请填写真实的日期，例如 2025-03-03。' });
  return z.NEVER;
});
const clock = z
  .string()
  .transform((text) =>
    text
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/^(\d):/, '0$1:'),
  )
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), '请填写 24 小时制的时间，例如 23:59。');

const windowParts = {
  applyOpensOn: day,
  applyOpensTime: clock,
  applyClosesOn: day,
  applyClosesTime: clock,
  materialsCloseOn: day,
  materialsCloseTime: clock,
  paymentClosesOn: day,
  paymentClosesTime: clock,
};

interface Windows {
  applyOpensAt: Date;
  applyClosesAt: Date;
  materialsCloseAt: Date;
  paymentClosesAt: Date;
}

/** A closing time holds to the end of its minute: 23:59 includes 23:59:59. */
function windowsOf(raw: z.output<z.ZodObject<typeof windowParts>>, context: z.RefinementCtx): Windows | undefined {
  const opens = beijingInstant(raw.applyOpensOn, raw.applyOpensTime);
  const closes = endOfMinute(raw.applyClosesOn, raw.applyClosesTime);
  const materials = endOfMinute(raw.materialsCloseOn, raw.materialsCloseTime);
  const payment = endOfMinute(raw.paymentClosesOn, raw.paymentClosesTime);
  if (!opens || !closes || !materials || !payment) return undefined;
  const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (closes <= opens) refuse('applyClosesOn', '申报截止时间应晚于开始时间。');
  if (materials < closes) refuse('materialsCloseOn', '材料提交截止时间不能早于申报截止时间。');
  if (payment < closes) refuse('paymentClosesOn', '缴费截止时间不能早于申报截止时间。');
  return { applyOpensAt: opens, applyClosesAt: closes, materialsCloseAt: materials, paymentClosesAt: payment };
}

function endOfMinute(onDay: string, time: string): Date | null {
  const start = beijingInstant(onDay, time);
  return start && new Date(start.getTime() + 59_999);
}

/** Contacts come as three parallel lists, one entry a block; a block without a label is left out. */
function contactsOf(raw: { contactLabel: string[]; contactPhones: string[]; contactEmail: string[] }): Contact[] {
  return raw.contactLabel.flatMap((label, index) => {
    if (!label.trim()) return [];
    const phones = (raw.contactPhones[index] ?? '').split(/[、，,;；\s]+/).filter(Boolean);
    return [{ label: label.trim(), phones, email: (raw.contactEmail[index] ?? '').trim() }];
  });
}

export const amendCycleInput = z
  .object({
    cycleId: id,
    revision,
    reason,
    name: line(100, '请填写年度名称。'),
    ...windowParts,
    revisionWorkingDays: z.coerce
      .number('请填写工作日数。')
      .int('工作日数应为整数。')
      .min(1, '至少 1 个工作日。')
      .max(60, '最多 60 个工作日。'),
    writtenExamPlan: prose(1000),
    defensePlan: prose(1000),
    agentStatement: prose(500),
    unitAttestation: prose(500),
    declaration: prose(2000),
    contactLabel: list,
    contactPhones: list,
    contactEmail: list,
    orderUnpaid: prose(50).default(''),
    transferAccount: prose(500).default(''),
  })
  .transform((raw, context) => {
    const windows = windowsOf(raw, context);
    if (!windows) return z.NEVER;
    const { cycleId, revision: read, reason: why, name, revisionWorkingDays } = raw;
    const { writtenExamPlan, defensePlan, agentStatement, unitAttestation } = raw;
    const declaration = raw.declaration.split('\n').flatMap((part) => (part.trim() ? [part.trim()] : []));
    return {
      cycleId,
      revision: read,
      reason: why,
      values: {
        ...{ name, ...windows, revisionWorkingDays, writtenExamPlan, defensePlan, agentStatement, unitAttestation },
        declaration,
        contacts: contactsOf(raw),
        orderUnpaid: raw.orderUnpaid,
        transferAccount: raw.transferAccount,
      },
    };
  });
export type AmendCycle = z.output<typeof amendCycleInput>;

export const setLevelFeeInput = z.object({
  levelId: id,
  fee: z.string().transform((text, context) => {
    const amount = parseYuan(text);
    if (amount !== null) return amount;
    context.addIssue({ code: 'custom', message: '请填写金额，例如 100 或 100.00。' });
    return z.NEVER;
  }),
  reason,
});

/** An amount, or nothing. */
const limit = (otherwise: string) =>
  z.string().transform((text, context) => {
    const amount = text.trim() === '' ? null : parseYuan(text);
    if (text.trim() === '' || amount !== null) return amount;
    context.addIssue({ code: 'custom', message: otherwise });
    return z.NEVER;
  });

export const setRefundPolicyInput = z.object({
  cycleId: id,
  revision,
  rejected: z.enum(refundRules, '请选择。'),
  withdrawn: z.enum(refundRules, '请选择。'),
  text: prose(500).default(''),
  secondEyesAbove: limit('请填写金额，例如 100.00；每笔都要复核就留空。'),
  transferEyesAbove: limit('请填写金额，例如 1000.00；都由一人确认就留空。').default(null),
  reason,
});

const wholeNumber = (least: number, most: number) => {
  const message = `请填写 ${least} 至 ${most} 的整数。`;
  return z.string().trim().regex(/^\d{1,4}$/, message).transform(Number).pipe(z.int().min(least, message).max(most, message));
};

export const setUnitOrderTermsInput = z.object({
  cycleId: id,
  revision,
  days: wholeNumber(1, 60),
  graceDays: wholeNumber(0, 30),
  most: wholeNumber(1, 500),
  reason,
});

export const openLevelInput = z.object({ levelId: id, open: z.enum(['yes', 'no']), reason });

export const amendConditionsInput = z.object({ levelId: id, conditionsText: prose(2000), reason });

const ruleParts = z.object({
  levelId: id,
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,20}$/, '条款编号由字母、数字和短横线组成，最多 20 个字符。'),
  title: line(60, '请填写条款名称。'),
  words: line(1000, '请填写条款原文。').transform((text) => text.replaceAll('\r\n', '\n')),
  source: prose(200).default(''),
  strength: z.enum(['hard', 'advisory'], '请选择条款的效力。'),
  reason,
  ...conditionParts,
});

export const amendRuleInput = ruleParts.transform((raw, context) => {
  const { levelId, code, title, words, source, strength, reason: why } = raw;
  const condition = writtenCondition(raw, context);
  if (raw.condition === 'person' && strength === 'hard') {
    const message = '由审核人员认定的条款，系统不能据此拒绝申报，请选“仅作提示”。';
    context.addIssue({ code: 'custom', path: ['strength'], message });
  }
  return condition ? { levelId, code, title, words, source, strength, reason: why, condition } : z.NEVER;
});

export const retireRuleInput = z.object({ levelId: id, code: z.string().trim().min(1), reason });

export const publishCycleInput = z.object({ cycleId: id, reason });

export const copyCycleInput = z.object({
  cycleId: id,
  cycleYear: z.coerce
    .number('请填写认证年度。')
    .int('请填写认证年度。')
    .min(2018, '认证年度不对。')
    .max(2100, '认证年度不对。'),
  name: line(100, '请填写年度名称。'),
});
