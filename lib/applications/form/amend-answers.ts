import { sameAnswers } from './same-answers';
import type { Row, SectionAnswers } from './answers';
import type { Values } from './field';
import { looseValues } from './field-schemas';
import type { Section } from './section';

/** What a page sends for one section, or for one row of it. */
export interface Amendment {
  rowId?: string;
  baseRevision: number;
  /** As they came; other inputs of the page may stand among them. */
  typed: Record<string, unknown>;
}

export type Amended =
  | { outcome: 'changed'; answers: SectionAnswers; revision: number }
  | { outcome: 'unchanged'; revision: number }
  /** Somebody saved in between; nothing is overwritten unseen. */
  | { outcome: 'conflict'; revision: number; values: Values };

/** Pure: the section's answers with what was typed, unless they have changed since the page was drawn. */
export function amendAnswers(section: Section, stored: SectionAnswers, amendment: Amendment): Amended {
  return amendment.rowId === undefined
    ? amendOwn(section, stored, amendment)
    : amendRow(section, stored, { ...amendment, rowId: amendment.rowId });
}

function amendOwn(section: Section, stored: SectionAnswers, { baseRevision, typed }: Amendment): Amended {
  const values = looseValues(section.fields).parse(typed);
  const hasNothing = section.rows ? typed.hasNothing === 'yes' : false;
  const before = ownInputs(section, stored);
  const after = ownInputs(section, { ...stored, values, hasNothing });
  return settle({ before, after, stored: stored.revision, base: baseRevision }, (revision) => ({
    ...stored,
    revision,
    values,
    hasNothing,
  }));
}

function amendRow(section: Section, stored: SectionAnswers, amendment: Amendment & { rowId: string }): Amended {
  const { rowId, baseRevision, typed } = amendment;
  const known = stored.rows.find(({ id }) => id === rowId);
  const values = looseValues(section.rows?.fields ?? []).parse(typed);
  const before = known?.values ?? {};
  return settle({ before, after: values, stored: known?.revision ?? 0, base: baseRevision }, (revision) => ({
    ...stored,
    hasNothing: false,
    rows: withRow(stored.rows, { id: rowId, revision, values }),
  }));
}

const withRow = (rows: readonly Row[], row: Row): Row[] =>
  rows.some(({ id }) => id === row.id) ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row];

interface Comparison {
  before: Values;
  after: Values;
  stored: number;
  base: number;
}

function settle({ before, after, stored, base }: Comparison, answersAt: (revision: number) => SectionAnswers): Amended {
  if (sameAnswers(before, after)) return { outcome: 'unchanged', revision: stored };
  if (base !== stored) return { outcome: 'conflict', revision: stored, values: before };
  return { outcome: 'changed', revision: stored + 1, answers: answersAt(stored + 1) };
}

/** The inputs of a section's own page, the tick for "none" among them. */
export const ownInputs = (section: Section, { values, hasNothing }: SectionAnswers): Values =>
  section.rows ? { ...values, hasNothing: hasNothing ? 'yes' : '' } : values;
