import { createHash } from 'node:crypto';
import { codeMarks } from '@/lib/documents/application-form/code-marks';
import type { FormWords } from '@/lib/documents/application-form/form-words';
import { layOutForm } from '@/lib/documents/application-form/lay-out-form';
import { pageDigest, writePageCode } from '@/lib/documents/application-form/page-code';
import type { SigningRegions } from '@/lib/documents/application-form/signing-sheets';
import { textOf, tidyWords } from '@/lib/documents/application-form/tidy-words';
import { openTypefaces } from '@/lib/documents/fonts/font-chain';
import type { Drawing } from '@/lib/documents/pdf/drawing';
import { writePdf } from '@/lib/documents/pdf/write-pdf';

export type FormPage = { number: number; digest: string; code: string; sections: string[] };

export type ApplicationForm = { bytes: Uint8Array; sha256: string; pages: FormPage[]; regions: SigningRegions };

export type FormInput = {
  words: FormWords;
  photo?: Uint8Array;
  pageKey: Uint8Array;
  fontDirectory?: string;
};

/** Draws the official A4 form. Equal input gives equal bytes; a character without a glyph is a MissingGlyphError. */
export async function makeApplicationForm(input: FormInput): Promise<ApplicationForm> {
  const { pages, drawings, regions, bookmarks, typefaces } = await drawApplicationForm(input);
  const { title, applicationNumber, version, cover } = input.words;
  const subject = `${cover.certification}　${applicationNumber}　第 ${version} 版`;
  const bytes = await writePdf({ pages: drawings, bookmarks, title, subject, photo: input.photo, typefaces });
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages, regions };
}

/** The form before it is a file: what stands where, which a scan can be compared with. */
export async function drawApplicationForm(input: FormInput) {
  const words = tidyWords(input.words);
  const typefaces = await openTypefaces(textOf(words), input.fontDirectory);
  const { sheets, regions, bookmarks } = layOutForm(words, { typefaces, hasPhoto: input.photo !== undefined });
  const { applicationNumber, version } = words;
  const pages = sheets.map(({ drawings, sections }, index): FormPage => {
    const number = index + 1;
    const printed = printedContent(drawings, input.photo);
    const digest = pageDigest({ applicationNumber, printed, pageKey: input.pageKey });
    const facts = { applicationNumber, version, page: number, pages: sheets.length, digest };
    return { number, digest, code: writePageCode(facts, input.pageKey), sections };
  });
  const drawings = pages.map(({ code, number }, index): Drawing[] => [
    ...(sheets[index]?.drawings ?? []),
    ...codeMarks({ code, version, page: number, pages: pages.length, typefaces }),
  ]);
  return { pages, drawings, regions, bookmarks, typefaces };
}

/** Two pages have the same content exactly when every mark on them, the photo included, is the same. */
function printedContent(drawings: Drawing[], photo: Uint8Array | undefined): string {
  const hasPhoto = photo !== undefined && drawings.some(({ kind }) => kind === 'picture');
  const photoHash = hasPhoto ? createHash('sha256').update(photo).digest('hex') : '';
  return [photoHash, ...drawings.map(markLine)].join('\n');
}

/** Drawn text holds no line break, so lines cannot be mistaken for one another. */
function markLine(drawing: Drawing): string {
  if (drawing.kind !== 'text') return Object.values(drawing).map(hundredths).join(' ');
  const { x, y, size, weight, grey = 0, spread = 0, text } = drawing;
  return `text ${[x, y, size, grey, spread].map(hundredths).join(' ')} ${weight} ${text}`;
}

function hundredths(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) : value;
}
