import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

type HarfBuzz = {
  memory: WebAssembly.Memory;
  _initialize: () => void;
  malloc: (size: number) => number;
  hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number;
  hb_blob_destroy: (blob: number) => void;
  hb_blob_get_length: (blob: number) => number;
  hb_blob_get_data: (blob: number, length: number) => number;
  hb_face_create: (blob: number, index: number) => number;
  hb_face_destroy: (face: number) => void;
  hb_face_reference_blob: (face: number) => number;
  hb_set_add: (set: number, value: number) => void;
  hb_subset_input_create_or_fail: () => number;
  hb_subset_input_destroy: (input: number) => void;
  hb_subset_input_unicode_set: (input: number) => number;
  hb_subset_input_set: (input: number, kind: number) => number;
  hb_subset_input_get_flags: (input: number) => number;
  hb_subset_input_set_flags: (input: number, flags: number) => void;
  hb_subset_preprocess: (face: number) => number;
  hb_subset_or_fail: (face: number, input: number) => number;
};

/** Returns a TrueType font with the glyphs of these code points and a character map for them. */
export type CutGlyphs = (codePoints: Iterable<number>) => Uint8Array;

const READ_ONLY = 1;
const WITHOUT_HINTS = 0x1;
const WITHOUT_LAYOUT_CLOSURE = 0x200;
const DROPPED_TABLES = 3;
const UNUSED_IN_PDF = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'vhea', 'vmtx', 'VORG', 'STAT', 'gasp', 'DSIG', 'name', 'OS/2'];

const compiled = new Map<string, WebAssembly.Module>();

/** One instance a face: its memory is fixed at 68 MB and two large faces would overflow it without a word. */
export function glyphCutter(input: { wasmPath: string; font: string | Uint8Array }): CutGlyphs {
  const harfBuzz = startHarfBuzz(input.wasmPath);
  const plain = typeof input.font === 'string' ? loadFile(harfBuzz, input.font) : loadBytes(harfBuzz, input.font);
  const face = harfBuzz.hb_subset_preprocess(plain);
  harfBuzz.hb_face_destroy(plain);
  return (codePoints) => cut(harfBuzz, face, codePoints);
}

function startHarfBuzz(wasmPath: string): HarfBuzz {
  const module = compiled.get(wasmPath) ?? new WebAssembly.Module(readFileSync(wasmPath));
  compiled.set(wasmPath, module);
  const harfBuzz = new WebAssembly.Instance(module).exports as unknown as HarfBuzz;
  harfBuzz._initialize();
  return harfBuzz;
}

function loadFile(harfBuzz: HarfBuzz, path: string): number {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    return createFace(harfBuzz, size, (place) => readSync(file, place, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

function loadBytes(harfBuzz: HarfBuzz, bytes: Uint8Array): number {
  return createFace(harfBuzz, bytes.length, (place) => place.set(bytes));
}

function createFace(harfBuzz: HarfBuzz, size: number, fill: (place: Uint8Array) => void): number {
  const address = harfBuzz.malloc(size);
  if (address === 0) throw new Error(`no room for a font of ${size} bytes`);
  fill(new Uint8Array(harfBuzz.memory.buffer, address, size));
  const blob = harfBuzz.hb_blob_create(address, size, READ_ONLY, 0, 0);
  const face = harfBuzz.hb_face_create(blob, 0);
  harfBuzz.hb_blob_destroy(blob);
  return face;
}

function cut(harfBuzz: HarfBuzz, face: number, codePoints: Iterable<number>): Uint8Array {
  const input = harfBuzz.hb_subset_input_create_or_fail();
  if (input === 0) throw new Error('no room to describe a font subset');
  const flags = harfBuzz.hb_subset_input_get_flags(input) | WITHOUT_HINTS | WITHOUT_LAYOUT_CLOSURE;
  harfBuzz.hb_subset_input_set_flags(input, flags);
  const dropped = harfBuzz.hb_subset_input_set(input, DROPPED_TABLES);
  for (const tag of UNUSED_IN_PDF) harfBuzz.hb_set_add(dropped, tagNumber(tag));
  const kept = harfBuzz.hb_subset_input_unicode_set(input);
  for (const codePoint of codePoints) harfBuzz.hb_set_add(kept, codePoint);
  const subset = harfBuzz.hb_subset_or_fail(face, input);
  harfBuzz.hb_subset_input_destroy(input);
  if (subset === 0) throw new Error('font subset failed');
  return takeBytes(harfBuzz, subset);
}

function takeBytes(harfBuzz: HarfBuzz, face: number): Uint8Array {
  const blob = harfBuzz.hb_face_reference_blob(face);
  const length = harfBuzz.hb_blob_get_length(blob);
  const bytes = new Uint8Array(harfBuzz.memory.buffer, harfBuzz.hb_blob_get_data(blob, 0), length).slice();
  harfBuzz.hb_blob_destroy(blob);
  harfBuzz.hb_face_destroy(face);
  if (length === 0) throw new Error('font subset is empty');
  return bytes;
}

function tagNumber(tag: string): number {
  return [...tag].reduce((number, letter) => (number << 8) + letter.charCodeAt(0), 0);
}
