import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultFontDirectory, fontFiles } from '@/lib/documents/fonts/font-directory';
import { type FontTables, readFontBytes, readFontFile } from '@/lib/documents/fonts/font-tables';
import { type CutOutlines, outlineCutter } from '@/lib/documents/fonts/cut-outlines';
import { MissingGlyphError } from '@/lib/documents/fonts/missing-glyph-error';
import { RareSlices } from '@/lib/documents/fonts/rare-slices';
import { printable } from '@/lib/documents/fonts/printable';

export type Weight = 'regular' | 'bold';

export type Typeface = { name: string; tables: FontTables; cut: CutOutlines };

/** Faces that answer alike for every form; undefined for a character that they lack. */
export type CommonFaces = { common: (codePoint: number, weight: Weight) => Typeface | undefined };

/** Answers for one character which typeface draws it. Rare ones must have been loaded by `openTypefaces`. */
export type Typefaces = { family: CommonFaces; faceOf: (codePoint: number, weight: Weight) => Typeface };

const RARE_FACES_KEPT = 12;
const chains = new Map<string, FontChain>();

/** Loads what these characters need, or names those that no font has. */
export async function openTypefaces(text: string, fontDirectory = defaultFontDirectory()): Promise<Typefaces> {
  const chain = chainOf(fontDirectory);
  const uncommon = chain.uncommon(text);
  const missing = uncommon.filter((character) => !chain.has(character));
  if (missing.length > 0) throw new MissingGlyphError(missing);
  const rare = await chain.loadRare(uncommon);
  const faceOf: Typefaces['faceOf'] = (codePoint, weight) =>
    chain.common(codePoint, weight) ?? rare(codePoint) ?? chain.sans;
  return { family: chain, faceOf };
}

/** The characters of a text that could not be printed, each once. */
export function missingGlyphs(text: string, fontDirectory = defaultFontDirectory()): string[] {
  const chain = chainOf(fontDirectory);
  return chain.uncommon(printable(text)).filter((character) => !chain.has(character));
}

function chainOf(fontDirectory: string): FontChain {
  const chain = chains.get(fontDirectory) ?? new FontChain(fontDirectory);
  chains.set(fontDirectory, chain);
  return chain;
}

/** Noto Serif SC, then the HanaMin slice of that character, then Noto Sans SC. */
class FontChain implements CommonFaces {
  readonly #directory: string;
  readonly #faces = new Map<string, Typeface>();
  readonly #rareFaces = new Map<string, Promise<Typeface>>();
  readonly #ordinary = new Set<string>();
  #slices: RareSlices | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  get sans(): Typeface {
    return this.#face('NotoSansSC-Regular', fontFiles.sansRegular);
  }

  common(codePoint: number, weight: Weight): Typeface | undefined {
    const bold = weight === 'bold' ? this.#face('NotoSerifSC-Bold', fontFiles.serifBold) : undefined;
    if (bold !== undefined && bold.tables.glyphOf(codePoint) !== 0) return bold;
    const regular = this.#face('NotoSerifSC-Regular', fontFiles.serifRegular);
    return regular.tables.glyphOf(codePoint) === 0 ? undefined : regular;
  }

  /** The characters that the serif face cannot draw or should not, each once. */
  uncommon(text: string): string[] {
    return [...new Set(text)].filter((character) => {
      if (character === '\n' || this.#ordinary.has(character)) return false;
      const isOrdinary = isDrawable(character) && this.common(character.codePointAt(0) ?? 0, 'regular') !== undefined;
      if (isOrdinary) this.#ordinary.add(character);
      return !isOrdinary;
    });
  }

  async loadRare(uncommon: string[]): Promise<(codePoint: number) => Typeface | undefined> {
    const loaded = new Map<number, Typeface>();
    for (const character of uncommon) {
      const codePoint = character.codePointAt(0) ?? 0;
      const file = this.#rareSlices().fileFor(codePoint);
      if (file !== undefined) loaded.set(codePoint, await this.#rareFace(file));
    }
    return (codePoint) => loaded.get(codePoint);
  }

  has(character: string): boolean {
    if (!isDrawable(character)) return false;
    const codePoint = character.codePointAt(0) ?? 0;
    return this.#rareSlices().fileFor(codePoint) !== undefined || this.sans.tables.glyphOf(codePoint) !== 0;
  }

  #rareSlices(): RareSlices {
    this.#slices ??= new RareSlices(path.join(this.#directory, fontFiles.rareFolder));
    return this.#slices;
  }

  #rareFace(file: string): Promise<Typeface> {
    const face = this.#rareFaces.get(file) ?? this.#decodeRare(file);
    this.#rareFaces.delete(file);
    this.#rareFaces.set(file, face);
    const oldest = this.#rareFaces.keys().next().value;
    if (this.#rareFaces.size > RARE_FACES_KEPT && oldest !== undefined) this.#rareFaces.delete(oldest);
    return face;
  }

  async #decodeRare(file: string): Promise<Typeface> {
    const font = await this.#rareSlices().decode(file);
    const name = path.basename(file, '.woff2').replaceAll('.', '-');
    return { name, tables: readFontBytes(font), cut: outlineCutter(() => font) };
  }

  #face(name: string, file: string): Typeface {
    const font = path.join(this.#directory, file);
    const face = this.#faces.get(name) ?? {
      name,
      tables: readFontFile(font),
      cut: outlineCutter(() => readFileSync(font)),
    };
    this.#faces.set(name, face);
    return face;
  }
}

/** Private-use characters and variation selectors have no agreed shape; what a font has there may be another's name. */
function isDrawable(character: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Variation_Selector}]/u.test(character);
}
