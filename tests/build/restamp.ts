import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';
import { makeApplicationForm } from '@/lib/documents/application-form/make-application-form';
import { codeZones } from '@/lib/documents/application-form/page-geometry';
import { assembleForm, type FiledSheet } from '@/lib/documents/scan/assemble-form';
import { openPdf } from '@/lib/files/child/pdfium';
import { applicationFormWords } from './application-form-words';

const pageKey = Buffer.from('a key for tests, thirty-two long');
const dpi = 50;
const base = applicationFormWords();

const characters = [...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往，。（）0123456789abc㛃𬱖'];
const someText = fc.array(fc.constantFrom(...characters), { maxLength: 60 }).map((letters) => letters.join(''));

const oneEdit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('section' as const), at: fc.nat(), place: fc.nat(), text: someText, copies: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('digit' as const), at: fc.nat(), place: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cover' as const), field: fc.constantFrom('applicantName', 'unitName', 'category', 'filledOn'), text: someText }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gone' as const), at: fc.nat() }) },
);
type Edit = typeof oneEdit extends fc.Arbitrary<infer One> ? One : never;

/** What somebody may change between two submissions, down to a single digit; at times nothing. */
export const formEdits = fc.array(oneEdit, { maxLength: 3 });

function edited(words: FormWords, edit: Edit): FormWords {
  if (edit.kind === 'cover') return { ...words, cover: { ...words.cover, [edit.field]: edit.text || '例' } };
  const at = edit.at % Math.max(1, words.sections.length);
  if (edit.kind === 'gone') return { ...words, sections: words.sections.filter((_, index) => index !== at) };
  const change = (section: FormSection) => (edit.kind === 'digit' ? withOtherDigit(section, edit.place) : withText(section, edit));
  return { ...words, sections: words.sections.map((section, index) => (index === at ? change(section) : section)) };
}

function withText(section: FormSection, { place, text, copies }: { place: number; text: string; copies: number }): FormSection {
  if (section.kind === 'text') return { ...section, paragraphs: [...section.paragraphs, ...Array<string>(copies).fill(text)] };
  if (section.kind === 'table') {
    const row = section.columns.map((_, index) => (index === place % section.columns.length ? text : '例'));
    return { ...section, rows: [...section.rows, ...Array<string[]>(copies).fill(row)] };
  }
  return { ...section, fields: section.fields.map((field, index) => (index === place % section.fields.length ? { ...field, value: text } : field)) };
}

/** The next digit in place of one that stands somewhere in this section. */
function withOtherDigit(section: FormSection, place: number): FormSection {
  const turn = (text: string): string => {
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
    const index = digits[place % Math.max(1, digits.length)];
    if (index === undefined) return text;
    return `${text.slice(0, index)}${(Number(text[index]) + 1) % 10}${text.slice(index + 1)}`;
  };
  if (section.kind === 'text') return { ...section, paragraphs: section.paragraphs.map(turn) };
  if (section.kind === 'table') return { ...section, rows: section.rows.map((row) => row.map(turn)) };
  return { ...section, fields: section.fields.map((field) => ({ ...field, value: turn(field.value) })) };
}

interface PrintedPage {
  number: number;
  digest: string;
  /** Of the picture of the printed page, its codes and their letters painted over. */
  picture: string;
}

/** The form as it comes out of the printer: what a page looks like is asked of the PDF, not of what drew it. */
async function printed(words: FormWords): Promise<PrintedPage[]> {
  const form = await makeApplicationForm({ words, pageKey });
  const document = await openPdf(Uint8Array.from(form.bytes));
  const pages: PrintedPage[] = [];
  for (const { number, digest } of form.pages) {
    const { data, width } = await document.draw(number, { dpi, maxPixels: 4_000_000, isGrey: true });
    pages.push({ number, digest, picture: createHash('sha256').update(masked(data, width)).digest('hex') });
  }
  return pages;
}

function masked(data: Uint8Array, width: number): Uint8Array {
  const picture = Uint8Array.from(data);
  const channels = Math.round(data.length / (width * Math.round((841.89 * dpi) / 72)));
  for (const zone of codeZones) {
    const [left, top, right, bottom] = [zone.x, zone.y, zone.x + zone.width, zone.y + zone.height].map((side) => Math.round((side * dpi) / 72));
    for (let y = Math.max(0, top ?? 0); y < (bottom ?? 0); y++) {
      const row = y * width;
      picture.fill(255, (row + Math.max(0, left ?? 0)) * channels, (row + Math.min(width, right ?? 0)) * channels);
    }
  }
  return picture;
}

const issuedAt = new Date('2025-02-12T02:00:00Z');

const stamped = ({ number, digest }: PrintedPage): FiledSheet => ({
  id: `sheet-${number}`,
  fileId: 'scan',
  fileName: '扫描件.pdf',
  sheet: number,
  filing: 'FILED',
  formVersion: 1,
  digest,
  filedAt: new Date('2025-02-11T02:00:00Z'),
  isVoided: false,
  namedBy: null,
  isNoOriginal: false,
  handedInWith: 1,
});

let before: Promise<PrintedPage[]> | undefined;

export interface RestampCase {
  /** Pages that have to be signed and stamped again. */
  needed: number[];
  /** Pages that look like none that was stamped. */
  different: number[];
  total: number;
}

/** Every page of the first version was stamped; then the form is changed and issued again. */
export async function restampCase(edits: readonly Edit[]): Promise<RestampCase> {
  before ??= printed(base);
  const old = await before;
  const pages = await printed({ ...edits.reduce(edited, base), version: 2 });
  const { missing } = assembleForm({ version: 2, issuedAt, pages }, old.map(stamped));
  const known = new Set(old.map(({ picture }) => picture));
  return { needed: missing, different: pages.filter(({ picture }) => !known.has(picture)).map(({ number }) => number), total: pages.length };
}
