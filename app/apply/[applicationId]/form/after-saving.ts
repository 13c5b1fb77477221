import { differingAnswers } from '@/lib/applications/form/same-answers';
import { sectionAfter, sectionOf } from '@/lib/applications/form/sections';
import type { SectionSlug } from '@/lib/applications/form/section-slugs';
import type { SaveResult } from '@/lib/applications/save-section';
import type { SaveSectionInput } from '@/lib/applications/schema';
import type { Outcome } from '@/lib/web/action';

export type Place = { applicationId: string; section: SectionSlug; rowId: string };

export const sectionPath = ({ applicationId, section }: Pick<Place, 'applicationId' | 'section'>): string =>
  `/apply/${applicationId}/form/${section}`;

export const placeOf = (place: Place): string => `${sectionPath(place)}/${place.rowId}/evidence`;

/** Where a saved page leads: onwards when it is complete, home when that was asked, else it says what is missing. */
export function afterSaving(result: SaveResult, input: SaveSectionInput): Outcome {
  const { applicationId, rowId, intent } = input;
  const here = rowId ? `${sectionPath(input)}/${rowId}` : sectionPath(input);
  if (result.outcome === 'conflict') return { ...conflict(result, input), refresh: [here] };
  if (intent === 'later') return { redirectTo: rowId ? sectionPath(input) : `/apply/${applicationId}` };

  const fieldErrors: Record<string, string[]> = {};
  for (const { field, sentence } of result.problems) {
    // The photo and the files have boxes of their own on the page.
    if (field !== 'evidence') fieldErrors[field ?? 'rows'] ??= [sentence];
  }
  if (Object.keys(fieldErrors).length > 0) {
    const message = '填写的内容已保存，下面几处还需要补充。也可以点“保存，稍后继续”。';
    return { correct: { message, fieldErrors }, refresh: [here] };
  }
  return { redirectTo: rowId ? afterRow(input, rowId) : afterSection(input) };
}

function afterRow(input: SaveSectionInput, rowId: string): string {
  const takesEvidence = sectionOf(input.section).rows?.evidence !== undefined;
  return takesEvidence ? placeOf({ ...input, rowId }) : sectionPath(input);
}

function afterSection({ applicationId, section }: SaveSectionInput): string {
  const next = sectionAfter(section);
  return next ? `/apply/${applicationId}/form/${next.slug}` : `/apply/${applicationId}`;
}

/** What the other device saved stands beside what was typed here; sending again keeps what is typed here. */
function conflict(result: SaveResult & { outcome: 'conflict' }, input: SaveSectionInput): Outcome {
  const theirs = result.values;
  const section = sectionOf(input.section);
  const fields = input.rowId ? (section.rows?.fields ?? []) : section.fields;
  const mine = Object.fromEntries(fields.map(({ name }) => [name, String(input[name] ?? '')]));
  const fieldErrors = Object.fromEntries(
    differingAnswers(mine, theirs)
      .filter((name) => name in mine)
      .map((name) => [name, [`另一处保存的是：“${theirs[name] ?? ''}”`]]),
  );
  const message = '这一部分刚刚在另一台设备或另一个页面上改过。两份内容都在，请核对后再保存一次；再次保存以本页的内容为准。';
  return { correct: { message, fieldErrors } };
}
