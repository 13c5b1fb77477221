import { category, education, identity, unit, work } from './person-sections';
import { achievements, activities, certificates, statement, training } from './record-sections';
import type { Section } from './section';
import { type SectionSlug, sectionSlugs } from './section-slugs';

const bySlug: Record<SectionSlug, Section> = {
  identity,
  category,
  unit,
  education,
  work,
  certificates,
  training,
  activities,
  achievements,
  statement,
};

/** The 申报书: one list for the task list, the order of pages, the check page, the printed form and "complete". */
export const sections: readonly Section[] = sectionSlugs.map((slug) => bySlug[slug]);

export const sectionOf = (slug: SectionSlug): Section => bySlug[slug];

export const isSectionSlug = (text: string): text is SectionSlug => sectionSlugs.some((slug) => slug === text);

export function sectionAfter(slug: SectionSlug): Section | undefined {
  return sections[sectionSlugs.indexOf(slug) + 1];
}
