import { longPlainDate } from '@/lib/kernel/dates';
import type { CheckCode } from '../preflight/checks';
import type { Row } from './answers';
import type { Field, Values } from './field';
import type { Finding } from './finding';
import type { FormMaterial } from './material';
import { period } from './row-words';

const isMonth = (text = ''): boolean => /^\d{4}-\d{2}$/.test(text);
const isDate = (text = ''): boolean => /^\d{4}-\d{2}(-\d{2})?$/.test(text);

/** Whether a date that can be read has not come yet. */
export const liesAhead = (text = '', today: string): boolean => isDate(text) && text > today.slice(0, text.length);

interface EarlyDate {
  code: CheckCode;
  field: string;
  sentence: string;
}

/** Nothing that is asked for can have happened before the person was born. */
export function beforeBirth(fields: readonly Field[], values: Values, { person: { birthday } }: FormMaterial): EarlyDate[] {
  if (!birthday) return [];
  return fields
    .filter(({ kind }) => kind === 'month' || kind === 'day')
    .filter(({ name }) => isDate(values[name]) && (values[name] ?? '') < birthday.slice(0, values[name]?.length))
    .map(({ name, label }) => ({
      code: 'form.dates',
      field: name,
      sentence: `${label}早于您的出生日期（${longPlainDate(birthday)}），请改正。`,
    }));
}

const leastAge = { work: 16, graduation: 15 };
/** Months in which somebody may hand over one post and take up another. */
const handOver = 3;

/** Dates that can be, and that a reviewer would ask about. */
export function dateAdvice(material: FormMaterial): Finding[] {
  const { answers, person } = material;
  const since = answers.work.values.counselorSince;
  const early: Finding[] = isYounger(since, person.birthday, leastAge.work)
    ? [{ code: 'form.dates', section: 'work', field: 'counselorSince', sentence: '从事科技辅导工作的起始时间早于 16 周岁，请核对。' }]
    : [];
  return [...early, ...earlyGraduations(material), ...earlyWork(material), ...overlaps(material)];
}

const earlyGraduations = ({ answers, person }: FormMaterial): Finding[] =>
  answers.education.rows
    .filter(({ values }) => isYounger(values.graduatedOn, person.birthday, leastAge.graduation))
    .map(({ id, values }) => ({
      code: 'form.dates',
      section: 'education',
      rowId: id,
      field: 'graduatedOn',
      sentence: `“${values.school ?? ''}”的毕业时间早于 ${leastAge.graduation} 周岁，请核对。`,
    }));

const earlyWork = ({ answers, person }: FormMaterial): Finding[] =>
  answers.work.rows
    .filter(({ values }) => isYounger(values.from, person.birthday, leastAge.work))
    .map(({ id, values }) => ({
      code: 'form.dates',
      section: 'work',
      rowId: id,
      field: 'from',
      sentence: `在“${values.unit ?? ''}”开始工作的时间早于 ${leastAge.work} 周岁，请核对。`,
    }));

/** Two posts in different units for longer than a hand-over takes; said once of the later one. */
function overlaps({ answers, today }: FormMaterial): Finding[] {
  const rows = answers.work.rows.filter(({ values }) => isMonth(values.from) && (!values.to || isMonth(values.to)));
  const inOrder = [...rows].sort((one, other) => (one.values.from ?? '').localeCompare(other.values.from ?? ''));
  return inOrder.flatMap((later, at): Finding[] => {
    const earlier = inOrder.slice(0, at).find((row) => sharedMonths(row, later, today) > handOver && !isSameUnit(row, later));
    if (!earlier) return [];
    const [one, other] = [earlier.values, later.values];
    const sentence = `“${one.unit}”（${period(one)}）与“${other.unit}”（${period(other)}）的时间重叠，请核对起止时间。`;
    return [{ code: 'form.dates', section: 'work', rowId: later.id, field: 'from', sentence }];
  });
}

const isSameUnit = (one: Row, other: Row): boolean => one.values.unit?.trim() === other.values.unit?.trim();

function sharedMonths(one: Row, other: Row, today: string): number {
  const end = ({ values }: Row) => (values.to ? monthNumber(values.to) : monthNumber(today));
  const start = ({ values }: Row) => monthNumber(values.from ?? '');
  return Math.min(end(one), end(other)) - Math.max(start(one), start(other));
}

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

function isYounger(date: string | undefined, birthday: string | null, age: number): boolean {
  if (!birthday || !isDate(date)) return false;
  return monthNumber(date ?? '') - monthNumber(birthday) < age * 12;
}
