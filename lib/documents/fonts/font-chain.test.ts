import { describe, expect, it } from 'vitest';
import { missingGlyphs, openTypefaces } from '@/lib/documents/fonts/font-chain';
import { MissingGlyphError } from '@/lib/documents/fonts/missing-glyph-error';

const RARE = '㛃𫖯䶮𠮷𠅤䝉㑇𬱖𬘓𬭚𰻝𱁬䲢㭎';

async function faceNames(text: string, weight: 'regular' | 'bold' = 'regular'): Promise<string[]> {
  const typefaces = await openTypefaces(text);
  return [...text].map((character) => typefaces.faceOf(character.codePointAt(0) ?? 0, weight).name);
}

describe('font chain', () => {
  it('draws ordinary text with the serif face of its weight', async () => {
    expect(new Set(await faceNames('姓名·2025，ABC'))).toEqual(new Set(['NotoSerifSC-Regular']));
    expect(new Set(await faceNames('姓名·2025，ABC', 'bold'))).toEqual(new Set(['NotoSerifSC-Bold']));
  });

  it('draws what the serif face lacks from the rare slices, then from the sans face', async () => {
    expect(await faceNames('𠮷')).toEqual([expect.stringMatching(/^HanaMinB-CJK-Unified-Ideographs-Extension-B/)]);
    expect(await faceNames('𰻝𱁬')).toEqual(['NotoSansSC-Regular', 'NotoSansSC-Regular']);
  });

  it('gives every rare character a glyph of its own', async () => {
    const typefaces = await openTypefaces(RARE);
    for (const character of RARE) {
      const codePoint = character.codePointAt(0) ?? 0;
      expect(typefaces.faceOf(codePoint, 'bold').tables.glyphOf(codePoint)).toBeGreaterThan(0);
    }
  });

  it('has all of the 20,902 ideographs that names are mostly written with', () => {
    const ideographs = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    expect(missingGlyphs(ideographs.join(''))).toEqual([]);
  });

  it('names each character that no font has once, and only those', () => {
    expect(missingGlyphs(`王𱍐小明𱍐𲎯${RARE}`)).toEqual(['𱍐', '𲎯']);
  });

  it('takes a private-use character and a variation selector for missing: what they show is not agreed', () => {
    expect(missingGlyphs('\ue000')).toEqual(['\ue000']);
    expect(missingGlyphs('葛\u{e0100}')).toEqual(['\u{e0100}']);
  });

  it('does not complain of the invisible characters that pasting brings', () => {
    expect(missingGlyphs('张\u200b三\ufeff\u00a0\t李四☀\ufe0f\r\n')).toEqual([]);
  });

  it('refuses to open with a sentence that names the character', async () => {
    const refusal = openTypefaces('王𲎯').catch((error: unknown) => error);
    expect(await refusal).toBeInstanceOf(MissingGlyphError);
    expect(await refusal).toMatchObject({ characters: ['𲎯'], sentence: expect.stringContaining('“𲎯”（U+323AF）') });
  });
});
