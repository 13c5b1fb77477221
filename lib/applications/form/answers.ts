import { z } from 'zod';
import type { Values } from './field';
import { looseValues } from './field-schemas';
import type { Section } from './section';
import { type SectionSlug, sectionSlugs } from './section-slugs';
import { sectionOf } from './sections';

export type Row = {
  id: string;
  /** Counts the changes of this row. */
  revision: number;
  values: Values;
};

/** The draft of one section. */
export type SectionAnswers = {
  /** Counts the changes of `values` and `hasNothing`; each row counts its own. */
  revision: number;
  values: Values;
  rows: Row[];
  /** "None" was ticked. */
  hasNothing: boolean;
};

export type FormAnswers = Record<SectionSlug, SectionAnswers>;

const count = z.number().int().min(0);

const noFields: Section['fields'] = [];
const made = new Map<SectionSlug, z.ZodType<SectionAnswers>>();

/** What a section's column may hold: any draft, read leniently so that a changed form never loses old answers. */
function storedSection(section: Section): z.ZodType<SectionAnswers> {
  const known = made.get(section.slug);
  if (known) return known;
  const schema = z.object({
    revision: count,
    values: looseValues(section.fields),
    rows: z.array(z.object({ id: z.uuid(), revision: count, values: looseValues(section.rows?.fields ?? noFields) })),
    hasNothing: z.boolean(),
  });
  made.set(section.slug, schema);
  return schema;
}

const nothingYet = (section: Section): SectionAnswers => ({
  revision: 0,
  values: Object.fromEntries(section.fields.map(({ name }) => [name, ''])),
  rows: [],
  hasNothing: false,
});

/** The single reader of the column. */
export function readSection(section: Section, stored: unknown): SectionAnswers {
  return stored === undefined ? nothingYet(section) : storedSection(section).parse(stored);
}

export function readAnswers(rows: readonly { slug: string; answers: unknown }[]): FormAnswers {
  const stored = new Map(rows.map(({ slug, answers }) => [slug, answers]));
  const entries = sectionSlugs.map((slug) => [slug, readSection(sectionOf(slug), stored.get(slug))]);
  return Object.fromEntries(entries) as FormAnswers;
}

/** Whether anything at all has been answered. */
export const isBegun = ({ values, rows, hasNothing }: SectionAnswers): boolean =>
  rows.length > 0 || hasNothing || Object.values(values).some((value) => value.trim() !== '');
