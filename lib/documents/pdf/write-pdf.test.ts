import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawApplicationForm } from '@/lib/documents/application-form/make-application-form';
import type { Typeface, Typefaces } from '@/lib/documents/fonts/font-chain';
import { defaultFontDirectory, fontFiles } from '@/lib/documents/fonts/font-directory';
import type { Drawing } from '@/lib/documents/pdf/drawing';
import { writePdf } from '@/lib/documents/pdf/write-pdf';
import { applicationFormWords } from '@/tests/build/application-form-words';
import { type Picture, pdfPictures, pdfTexts } from '@/tests/build/read-pdf';

const pageKey = Buffer.from('a key for tests, thirty-two long');
const wholeFonts: Record<string, string> = {
  'NotoSerifSC-Regular': fontFiles.serifRegular,
  'NotoSerifSC-Bold': fontFiles.serifBold,
};

/** The same typefaces, but nothing is cut from them: a broken subset would look different. */
function uncut(typefaces: Typefaces): Typefaces {
  const whole = new Map<Typeface, Typeface>();
  const faceOf: Typefaces['faceOf'] = (codePoint, weight) => {
    const face = typefaces.faceOf(codePoint, weight);
    const file = wholeFonts[face.name];
    if (file === undefined) return face;
    const program = () => readFileSync(path.join(defaultFontDirectory(), file));
    const known = whole.get(face) ?? { ...face, cut: (glyphs: number[]) => ({ program: program(), places: glyphs }) };
    whole.set(face, known);
    return known;
  };
  return { family: { common: faceOf }, faceOf };
}

const difference = (one: Picture, other: Picture) =>
  one.grey.reduce((most, value, index) => Math.max(most, Math.abs(value - (other.grey[index] ?? 0))), 0);

const inkOf = (picture: Picture) => picture.grey.reduce((sum, value) => sum + 255 - value, 0);

describe('a written PDF', () => {
  let drawings: Drawing[][];
  let typefaces: Typefaces;
  const write = (faces: Typefaces, pages: Drawing[][]) =>
    writePdf({
      pages,
      bookmarks: [{ title: '一', page: 1 }],
      title: '题',
      subject: '',
      photo: undefined,
      typefaces: faces,
    });

  beforeAll(async () => {
    const form = await drawApplicationForm({ words: applicationFormWords(), pageKey });
    [drawings, typefaces] = [form.drawings, form.typefaces];
  });

  it('looks to the pixel as if the whole fonts were in it', { timeout: 30_000 }, async () => {
    const subset = await write(typefaces, drawings);
    const whole = await write(uncut(typefaces), drawings);
    expect(whole.length).toBeGreaterThan(20 * subset.length);
    const [ours, reference] = [await pdfPictures(subset, 100), await pdfPictures(whole, 100)];
    for (const [index, picture] of ours.entries()) {
      expect(difference(picture, reference[index] ?? picture)).toBe(0);
      expect(inkOf(picture)).toBeGreaterThan(0);
    }
  });

  it('has ink for every bold label and figure when a page holds only a few of them', async () => {
    const labels = ['姓名', '0123456789', '性别', '一', '申报编号'];
    const marks = labels.map(
      (text, index): Drawing => ({ kind: 'text', x: 60, y: 100 + 40 * index, size: 20, weight: 'bold', text }),
    );
    const [picture] = await pdfPictures(await write(typefaces, [marks]), 100);
    for (const [index] of labels.entries()) {
      const [top, bottom] = [Math.round(((80 + 40 * index) * 100) / 72), Math.round(((106 + 40 * index) * 100) / 72)];
      const row = picture?.grey.subarray(top * picture.width, bottom * picture.width) ?? new Uint8Array();
      expect(row.filter((value) => value < 128).length).toBeGreaterThan(12);
    }
  });

  it('tells apart characters that share one glyph', async () => {
    const text = '一⼀ 二⼆ 人⼈';
    const [read] = await pdfTexts(
      await write(typefaces, [[{ kind: 'text', x: 60, y: 100, size: 20, weight: 'regular', text }]]),
    );
    expect(read).toBe(text);
  });
});
