import type { Asked, Field, Values } from './field';
import type { SectionSlug } from './section-slugs';

export interface FormContext extends Asked {
  isTeacher: boolean;
  /** Beijing day, YYYY-MM-DD. */
  today: string;
}

export interface Column {
  label: string;
  /** Share of the page's width. */
  width: number;
  words: (values: Values, row: { number: number; evidence: readonly string[] }) => string;
}

export interface RowsPart {
  /** 一项业绩成果 */
  noun: string;
  fields: readonly Field[];
  least: (context: FormContext) => number;
  most: number;
  evidence?: { isNeeded: boolean; hint: string };
  /** Ticked by those who have none. */
  nothing: string;
  /** What a row is called in lists, from its answers. */
  title: (values: Values) => string;
  detail: (values: Values) => string;
  printed: { title: string; columns: readonly Column[]; empty: string };
}

export interface Section {
  slug: SectionSlug;
  title: string;
  lead: string;
  fields: readonly Field[];
  /** What the paper calls the section's own questions, where its rows have a table beside them. */
  printedTitle?: string;
  rows?: RowsPart;
  /** On paper it stands below the section before. */
  sharesPage: boolean;
}
