import type { CheckCode } from '../preflight/checks';
import type { SectionSlug } from './section-slugs';

/** Something that a check has found, in words of what to do, and the place where it is done. */
export interface Finding {
  code: CheckCode;
  section: SectionSlug;
  rowId?: string;
  /** Name of the input it is about. */
  field?: string;
  sentence: string;
}
