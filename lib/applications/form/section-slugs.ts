/** In the order of the form. */
export const sectionSlugs = [
  'identity',
  'category',
  'unit',
  'education',
  'work',
  'certificates',
  'training',
  'activities',
  'achievements',
  'statement',
] as const;

export type SectionSlug = (typeof sectionSlugs)[number];
