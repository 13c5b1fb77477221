import { consistencyAdvice } from './consistency-advice';
import { dateAdvice } from './dates';
import { evidenceAdvice } from './evidence-advice';
import type { Finding } from './finding';
import type { FormMaterial } from './material';
import { nameAdvice } from './name-advice';
import { photoAdvice } from './photo-fit';
import { repeatedAchievements } from './repeated-achievements';
import { sections } from './sections';

/** What a reviewer would stumble over, though it does not keep anybody from submitting; in the order of the form. */
export function adviceOn(material: FormMaterial): Finding[] {
  const found = [photoAdvice, consistencyAdvice, dateAdvice, repeatedAchievements, evidenceAdvice, nameAdvice].flatMap((look) =>
    look(material),
  );
  return sections.flatMap(({ slug }) => found.filter(({ section }) => section === slug));
}
