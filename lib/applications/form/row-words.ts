import { type Field, inWords, type Values } from './field';
import type { Column } from './section';

const fieldNamed = (fields: readonly Field[], name: string): Field => {
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`no field ${name}`);
  return field;
};

/** One answer as a column of the printed table. */
export function columnOf<Name extends string>(
  fields: readonly (Field & { name: Name })[],
  name: Name,
  width: number,
  label?: string,
): Column {
  const field = fieldNamed(fields, name);
  const isDate = field.kind === 'month' || field.kind === 'day';
  const words = (value = '') => (isDate ? dotted(value) : inWords(field, value));
  return { label: label ?? field.label, width, words: (values) => words(values[name]) };
}

/** Several answers in one line. */
export function spoken<Name extends string>(fields: readonly (Field & { name: Name })[], names: readonly Name[]) {
  const wanted = names.map((name) => fieldNamed(fields, name));
  return (values: Values): string =>
    wanted
      .map((field) => inWords(field, values[field.name]))
      .filter(Boolean)
      .join('，');
}

/** 2016.09, as tables have it; what is no date stays as typed. */
const dotted = (date: string): string => date.trim().replaceAll('-', '.');

/** 2016.09 至今, 2013.08—2016.08 */
export function period({ from = '', to = '' }: Values): string {
  if (from === '') return '';
  return to === '' ? `${dotted(from)} 至今` : `${dotted(from)}—${dotted(to)}`;
}

/** 2023.03 or 2023.03—2023.06, for what has an end of its own. */
export function span({ from = '', to = '' }: Values): string {
  return to === '' || to === from ? dotted(from) : `${dotted(from)}—${dotted(to)}`;
}
