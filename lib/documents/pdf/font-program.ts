import type { Typeface } from '@/lib/documents/fonts/font-chain';
import { packOutlines } from '@/lib/documents/pdf/add-stream';
import type { Glyph } from '@/lib/documents/pdf/glyph';

export type FontProgram = { packed: Uint8Array; length: number; places: number[] };

const KEPT = 8;
const programsBy = new WeakMap<Typeface, Map<string, FontProgram>>();

/** The outlines of these glyphs, ready to embed. Labels are the same in form after form, and so is their program. */
export function fontProgram(face: Typeface, glyphs: Glyph[]): FontProgram {
  const programs = programsBy.get(face) ?? new Map<string, FontProgram>();
  programsBy.set(face, programs);
  const key = glyphs.map((glyph) => glyph.character).join('');
  const program = programs.get(key) ?? makeProgram(face, glyphs);
  programs.delete(key);
  programs.set(key, program);
  const oldest = programs.keys().next().value;
  if (programs.size > KEPT && oldest !== undefined) programs.delete(oldest);
  return program;
}

function makeProgram(face: Typeface, glyphs: Glyph[]): FontProgram {
  const { program, places } = face.cut(glyphs.map((glyph) => face.tables.glyphOf(glyph.codePoint)));
  return { packed: packOutlines(program), length: program.length, places };
}
