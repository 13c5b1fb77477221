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
  return { label: label ?? field.label, width, words: (values) => inWords(field, values[name]) };
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

const dotted = (month: string): string => month.replace('-', '.');

/** 2016.09 至今, 2013.08—2016.08 */
export function period({ from = '', to = '' }: Values): string {
  if (from === '') return '';
  return to === '' ? `${dotted(from)} 至今` : `${dotted(from)}—${dotted(to)}`;
}

/** 2023.03 or 2023.03—2023.06, for what has an end of its own. */
export function span({ from = '', to = '' }: Values): string {
  return to === '' || to === from ? dotted(from) : `${dotted(from)}—${dotted(to)}`;
}
