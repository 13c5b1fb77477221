import { codeMarks } from '@/lib/documents/application-form/code-marks';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';
import { drawApplicationForm } from '@/lib/documents/application-form/make-application-form';
import { content } from '@/lib/documents/application-form/page-geometry';
import { openTypefaces } from '@/lib/documents/fonts/font-chain';
import type { Drawing, Rect, TextDrawing } from '@/lib/documents/pdf/drawing';
import { writePdf } from '@/lib/documents/pdf/write-pdf';
import { blankPlace, boxOf } from './blank-place';
import { corpusKey, type IssuedForm } from './issue-form';
import type { InkMark } from './paper';
import { between, pick } from './pick';
import { type PenForgery, penForgeries, writeOver } from './write-over';

type Random = () => number;

export const forgeries = ['digit', 'character', 'lookalike', 'added_words', 'retyped', ...penForgeries] as const;
export type Forgery = (typeof forgeries)[number];

export interface ForgedPage {
  /** One page. Its codes, and what they say in letters, are those of the page it pretends to be. */
  bytes: Uint8Array;
  page: number;
  /** Where the print differs, in points. */
  places: Rect[];
  /** What a pen wrote on it. */
  marks: InkMark[];
  before: string[];
  after: string[];
}

const others = [
  ...'的一是在有人中大为上个国以要时来用生到作地出分对成会可主发年动同工能下过子说产种面方后多定行学法所民得经',
];
const lookalikes: Record<string, string> = {
  人: '入',
  入: '人',
  未: '末',
  己: '已',
  已: '己',
  日: '曰',
  大: '太',
  天: '夫',
  土: '士',
  三: '二',
  二: '三',
  干: '千',
};
const additions = ['一等奖', '省级', '第一作者', '已核实', '2019年起', '高级教师', '连续八年'];
const tries = 60;

/** Prints other words under the codes of a page that was really issued. */
export async function forgePage(form: IssuedForm, forgery: Forgery, random: Random): Promise<ForgedPage> {
  const issued = await drawApplicationForm({ words: form.words, photo: form.photo, pageKey: corpusKey });
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const forged = isPenned(forgery) ? penned(form, issued, forgery, random) : await forge({ form, issued, forgery, random });
    if (!forged) continue;
    const { page, drawings, typefaces, marks = [], places } = forged;
    const before = issued.drawings[page - 1] ?? [];
    const bytes = await writePdf({
      pages: [drawings],
      bookmarks: [],
      title: '',
      subject: '',
      photo: form.photo,
      typefaces,
    });
    return { bytes, page, places: places ?? differences(before, drawings), marks, before: textsOf(before), after: textsOf(drawings) };
  }
  throw new Error(`form ${form.words.applicationNumber} has nothing for a forgery of kind ${forgery}`);
}

type Issued = Awaited<ReturnType<typeof drawApplicationForm>>;
type Forging = { form: IssuedForm; issued: Issued; forgery: Forgery; random: Random };
type Forged = { page: number; drawings: Drawing[]; typefaces: Issued['typefaces']; marks?: InkMark[]; places?: Rect[] } | null;

const isPenned = (forgery: Forgery): forgery is PenForgery => penForgeries.some((one) => one === forgery);

function penned(form: IssuedForm, { drawings, typefaces }: Issued, forgery: PenForgery, random: Random): Forged {
  const written = writeOver({ form, drawings, forgery, random });
  return written && { ...written, drawings: drawings[written.page - 1] ?? [], typefaces };
}

async function forge(forging: Forging): Promise<Forged> {
  if (forging.forgery === 'added_words') return addWords(forging);
  const forged = await changeWords(forging);
  if (!forged || forging.forgery !== 'retyped') return forged;
  return { ...forged, drawings: retyped(forged.drawings, forging.random) };
}

/** Issued with other words; only a page on which nothing else moved can pass for the old one. */
async function changeWords({ form, issued, forgery, random }: Forging): Promise<Forged> {
  const words = withOneChange(form.words, forgery, random);
  if (!words) return null;
  const drawn = await drawApplicationForm({ words, photo: form.photo, pageKey: corpusKey });
  if (drawn.pages.length !== issued.pages.length) return null;
  const differing = drawn.pages.filter(({ digest }, index) => digest !== issued.pages[index]?.digest);
  const [only] = differing;
  if (differing.length !== 1 || !only) return null;
  const code = issued.pages[only.number - 1]?.code ?? '';
  const { version } = form.words;
  const marks = codeMarks({ code, version, page: only.number, pages: issued.pages.length, typefaces: drawn.typefaces });
  const own = (drawn.drawings[only.number - 1] ?? []).slice(0, -marks.length);
  return { page: only.number, drawings: [...own, ...marks], typefaces: drawn.typefaces };
}

function withOneChange(words: FormWords, forgery: Forgery, random: Random): FormWords | null {
  const section = pick(words.sections, random);
  const wanted =
    forgery === 'digit'
      ? /\d/u
      : forgery === 'lookalike'
        ? new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'u')
        : /\p{Script=Han}/u;
  const texts = textsIn(section);
  const at = Math.floor(random() * texts.length);
  const characters = [...(texts[at] ?? '')];
  const places = characters.flatMap((character, index) => (wanted.test(character) ? [index] : []));
  const place = places[Math.floor(random() * places.length)];
  if (place === undefined) return null;
  characters[place] = another(characters[place] ?? '', forgery, random);
  const changed = withText(section, at, characters.join(''));
  return { ...words, sections: words.sections.map((one) => (one === section ? changed : one)) };
}

function another(character: string, forgery: Forgery, random: Random): string {
  if (forgery === 'lookalike') return lookalikes[character] ?? character;
  const choices = forgery === 'digit' ? [...'0123456789'] : others;
  return pick(
    choices.filter((choice) => choice !== character),
    random,
  );
}

function textsIn(section: FormSection): string[] {
  if (section.kind === 'text') return section.paragraphs;
  return section.kind === 'fields' ? section.fields.map(({ value }) => value) : section.rows.flat();
}

function withText(section: FormSection, at: number, text: string): FormSection {
  const other = (one: string, index: number) => (index === at ? text : one);
  if (section.kind === 'text') return { ...section, paragraphs: section.paragraphs.map(other) };
  if (section.kind === 'fields') {
    return {
      ...section,
      fields: section.fields.map((field, index) => ({ ...field, value: other(field.value, index) })),
    };
  }
  const width = section.columns.length;
  return {
    ...section,
    rows: section.rows.map((row, line) => row.map((cell, column) => other(cell, line * width + column))),
  };
}

/** Set anew by somebody with another program: each line a little off, nothing quite its size. */
function retyped(drawings: Drawing[], random: Random): Drawing[] {
  const factor = random() < 0.5 ? between(0.95, 0.985, random) : between(1.015, 1.04, random);
  return drawings.map((drawing) => {
    const isBody = drawing.kind === 'text' && drawing.y > content.top && drawing.y < content.bottom;
    if (!isBody) return drawing;
    return {
      ...drawing,
      size: drawing.size * factor,
      x: drawing.x + between(-1.5, 1.5, random),
      y: drawing.y + between(-1.2, 1.2, random),
    };
  });
}

async function addWords({ form, issued, random }: Forging): Promise<Forged> {
  const signed = new Set(Object.values(form.regions).map(({ page }) => page));
  const page = 2 + Math.floor(random() * (issued.pages.length - 1));
  if (signed.has(page)) return null;
  const text = pick(additions, random);
  const size = between(9, 12, random);
  const drawings = issued.drawings[page - 1] ?? [];
  const place = blankPlace({ drawings, width: [...text].length * size, height: size, random });
  if (!place) return null;
  const added: TextDrawing = { kind: 'text', x: place.x, y: place.y + size * 0.88, size, weight: 'regular', text };
  const typefaces = await openTypefaces([...textsOf(drawings), text].join(''));
  return { page, drawings: [...drawings, added], typefaces };
}

function differences(before: Drawing[], after: Drawing[]): Rect[] {
  const known = new Set(before.map((drawing) => JSON.stringify(drawing)));
  return after.filter((drawing) => !known.has(JSON.stringify(drawing))).flatMap((drawing) => boxOf(drawing) ?? []);
}

const textsOf = (drawings: Drawing[]): string[] =>
  drawings.flatMap((drawing) => (drawing.kind === 'text' ? [drawing.text] : []));
