import { drawCover } from '@/lib/documents/application-form/cover-sheet';
import { drawFields } from '@/lib/documents/application-form/fields-section';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';
import { PageFlow, type Sheet } from '@/lib/documents/application-form/page-flow';
import { addRunningMarks } from '@/lib/documents/application-form/running-marks';
import {
  drawAssociationOpinion,
  drawDeclaration,
  drawUnitOpinion,
  type SigningRegions,
} from '@/lib/documents/application-form/signing-sheets';
import { drawTable } from '@/lib/documents/application-form/table-section';
import { drawText } from '@/lib/documents/application-form/text-section';
import type { Typefaces } from '@/lib/documents/fonts/font-chain';

export type LaidOutForm = {
  sheets: Sheet[];
  regions: SigningRegions;
  bookmarks: { title: string; page: number }[];
};

/** Places every word of the form, all but the codes. */
export function layOutForm(words: FormWords, input: { typefaces: Typefaces; hasPhoto: boolean }): LaidOutForm {
  const flow = new PageFlow(input.typefaces);
  drawCover(flow, words);
  for (const section of words.sections) drawSection(flow, section, input.hasPhoto);
  const regions = { ...drawDeclaration(flow, words.declaration), ...drawUnitOpinion(flow, words.unitStatement) };
  drawAssociationOpinion(flow, words.associationLabel);
  addRunningMarks(flow.sheets, { words, typefaces: input.typefaces });
  return { sheets: flow.sheets, regions, bookmarks: flow.bookmarks };
}

function drawSection(flow: PageFlow, section: FormSection, hasPhoto: boolean): void {
  if (section.kind === 'fields') return drawFields(flow, section, hasPhoto);
  if (section.kind === 'table') return drawTable(flow, section);
  drawText(flow, section);
}
