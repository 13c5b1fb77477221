import { isBegun } from './answers';
import type { FormMaterial } from './material';
import type { Finding } from './finding';
import { problemsOfSection } from './problems';
import type { Section } from './section';
import { sections } from './sections';

/** `optional`: nothing answered and nothing owed. */
export type SectionState = 'untouched' | 'begun' | 'complete' | 'optional';

export interface SectionProgress {
  section: Section;
  state: SectionState;
  problems: Finding[];
}

/** How far each section has come: always computed, never stored. */
export function progressOf(material: FormMaterial): SectionProgress[] {
  return sections.map((section) => {
    const problems = problemsOfSection(section, material);
    return { section, problems, state: stateOf(hasBegun(section, material), problems.length > 0) };
  });
}

function stateOf(isTouched: boolean, isOpen: boolean): SectionState {
  if (isOpen) return isTouched ? 'begun' : 'untouched';
  return isTouched ? 'complete' : 'optional';
}

function hasBegun({ slug }: Section, { answers, photoFileId }: FormMaterial): boolean {
  return isBegun(answers[slug]) || (slug === 'identity' && photoFileId !== null);
}
