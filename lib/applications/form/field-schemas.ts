import { z } from 'zod';
import { longPlainDate } from '@/lib/kernel/dates';
import { parseTypedDate, parseTypedMonth } from '@/lib/kernel/typed-date';
import { type Asked, type Field, isAsked, isOptional, pleaseAnswer, type Values } from './field';

/** A bound against abuse only: a draft keeps what is too long, and the strict schema says so. */
const longestKept = 20_000;

/** Controls but tab and line feed: PostgreSQL keeps no NUL, and paper shows none of them. */
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

const asKept = (typed: string): string => typed.replaceAll('\r\n', '\n').replace(controls, '').toWellFormed();

const tidied: Partial<Record<Field['kind'], (text: string) => string | null>> = {
  month: parseTypedMonth,
  day: parseTypedDate,
  whole: (text) => /^\d{1,9}$/.exec(text.normalize('NFKC').trim())?.[0]?.replace(/^0+(?=\d)/, '') ?? null,
};

/** Everything that may stand in a draft: nothing typed is refused or lost, and what can be read is tidied. */
export function looseField(field: Field): z.ZodType<string> {
  const text = z.string().max(longestKept, `${field.label}太长，最多能保存 ${longestKept} 个字，请分开填写。`);
  return z.preprocess(
    (typed) => (typeof typed === 'string' ? asKept(typed) : ''),
    text.transform((kept) => tidied[field.kind]?.(kept) ?? kept),
  );
}

const made = new WeakMap<readonly Field[], z.ZodType<Values>>();

export function looseValues(fields: readonly Field[]): z.ZodType<Values> {
  const known = made.get(fields);
  if (known) return known;
  const schema = z.object(Object.fromEntries(fields.map((field) => [field.name, looseField(field)])));
  made.set(fields, schema);
  return schema;
}

export interface Fault {
  field: string;
  sentence: string;
}

/** What keeps answers from being complete, in words that tell what to do. */
export function faultsOf(fields: readonly Field[], values: Values, asked: Asked & { today: string }): Fault[] {
  return fields.flatMap((field) => {
    const sentence = isAsked(field, asked) ? faultOf(field, values, asked) : null;
    return sentence ? [{ field: field.name, sentence }] : [];
  });
}

/** The loose schema that also refuses what is not complete. */
export function strictValues(fields: readonly Field[], asked: Asked & { today: string }): z.ZodType<Values> {
  return looseValues(fields).superRefine((values, context) => {
    for (const { field, sentence } of faultsOf(fields, values, asked)) {
      context.addIssue({ code: 'custom', path: [field], message: sentence });
    }
  });
}

function faultOf(field: Field, values: Values, asked: Asked & { today: string }): string | null {
  const text = (values[field.name] ?? '').trim();
  if (field.kind === 'unit') return faultOfUnit(field, text, values[field.idName] ?? '');
  if (text === '') return isOptional(field, asked) ? null : pleaseAnswer(field);
  switch (field.kind) {
    case 'text':
    case 'area':
      return tooLong(field.label, text, field.max);
    case 'email':
      return z.email().max(254).safeParse(text).success ? null : `${field.label}的格式不对，应像 name@example.com。`;
    case 'month':
      return faultOfMonth(field, text, asked.today);
    case 'day':
      return faultOfDay(field.label, text, asked.today);
    case 'whole':
      return faultOfWhole(field, text);
    case 'choice':
      return field.options.some(({ value }) => value === text) ? null : pleaseAnswer(field);
    case 'kept':
      return null;
  }
}

function faultOfUnit(field: Field, typed: string, chosen: string): string | null {
  if (chosen !== '') return null;
  if (typed === '') return pleaseAnswer(field);
  return `没有找到“${typed.slice(0, 40)}”，请填写单位全称或统一社会信用代码，并从列表中选择；还没有登记过的，请先登记单位。`;
}

function tooLong(label: string, text: string, max: number): string | null {
  const { length } = Array.from(text);
  return length > max ? `${label}最多 ${max} 个字，现在有 ${length} 个字，请删减 ${length - max} 个字。` : null;
}

function faultOfMonth(field: Field & { kind: 'month' }, text: string, today: string): string | null {
  const month = parseTypedMonth(text);
  if (!month) return `${field.label}请填写年和月，例如 2025-03。`;
  return !field.mayLieAhead && month > today.slice(0, 7) ? `${field.label}不能晚于本月。` : null;
}

function faultOfDay(label: string, text: string, today: string): string | null {
  const day = parseTypedDate(text);
  if (!day) return `${label}请填写年、月、日，例如 2025-03-02。`;
  return day > today ? `${label}不能晚于今天（${longPlainDate(today)}）。` : null;
}

function faultOfWhole({ label, least, most, suffix }: Field & { kind: 'whole' }, text: string): string | null {
  if (!/^\d{1,9}$/.test(text)) return `${label}请填写整数，例如 ${least}。`;
  const number = Number(text);
  return number < least || number > most ? `${label}应在 ${least} 至 ${most} ${suffix}之间。` : null;
}
