import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { formWords } from '@/lib/documents/application-form/form-words';
import {
  type ApplicationForm,
  drawApplicationForm,
  makeApplicationForm,
} from '@/lib/documents/application-form/make-application-form';
import { content } from '@/lib/documents/application-form/page-geometry';
import { MissingGlyphError } from '@/lib/documents/fonts/missing-glyph-error';
import { setGlyphs, widthOf } from '@/lib/documents/pdf/text-setting';
import { applicationFormWords, printedTexts } from '@/tests/build/application-form-words';
import { randomFormWords } from '@/tests/build/random-form-words';
import { pdfTexts } from '@/tests/build/read-pdf';

const RARE = '㛃𫖯䶮𠮷𠅤䝉㑇𬱖𬘓𬭚𰻝𱁬䲢㭎';
const pageKey = Buffer.from('a key for tests, thirty-two long');

/** Readers differ in the spaces they see, and mark a hyphen at a line's end in their own way. */
const compact = (text: string) => text.replace(/[\s\u3000]/g, '').replace(/[\u0002\u00ad\ufffe]/g, '-');

async function readBack(form: ApplicationForm): Promise<string> {
  return compact((await pdfTexts(form.bytes)).join('\n'));
}

describe('the printed application form', () => {
  let photo: Uint8Array;

  beforeAll(async () => {
    photo = await sharp({ create: { width: 295, height: 413, channels: 3, background: '#8899aa' } })
      .jpeg()
      .toBuffer();
  });

  it('holds every word that was put in, as another program reads it', async () => {
    const words = formWords.parse(applicationFormWords());
    const text = await readBack(await makeApplicationForm({ words, photo, pageKey }));
    for (const printed of printedTexts(words)) expect(text).toContain(compact(printed));
  });

  it('keeps rare characters and the middle dot of a name', async () => {
    const words = applicationFormWords({ cover: { applicantName: `阿卜杜·买买提${RARE}` } });
    expect(await readBack(await makeApplicationForm({ words, pageKey }))).toContain(`阿卜杜·买买提${RARE}`);
  });

  it('has title, language and the order of its sections', async () => {
    const { bytes, pages } = await makeApplicationForm({ words: applicationFormWords(), photo, pageKey });
    const file = Buffer.from(bytes).toString('latin1');
    const title = Buffer.from(`\ufeff${applicationFormWords().title}`, 'utf16le').swap16().toString('hex');
    expect(file).toContain('/Lang (zh-CN)');
    expect(file.toLowerCase()).toContain(`/title <${title}>`);
    expect(pages.flatMap((page) => page.sections)).toEqual([
      ...['cover', 'identity', 'category', 'education', 'certificates', 'activities', 'achievements', 'achievements'],
      ...['training', 'statement', 'declaration', 'unit-opinion', 'association-opinion'],
    ]);
  });

  it('is the same to the byte when made again', async () => {
    const make = () => makeApplicationForm({ words: applicationFormWords(), photo, pageKey });
    const [first, second] = [await make(), await make()];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(first.sha256).toBe(second.sha256);
  });

  it('refuses a character that no font has and names it', async () => {
    const words = applicationFormWords({ declaration: ['本人𲎯承诺'] });
    const refusal = makeApplicationForm({ words, pageKey }).catch((error: unknown) => error);
    expect(await refusal).toBeInstanceOf(MissingGlyphError);
    expect(await refusal).toMatchObject({ characters: ['𲎯'] });
  });

  it('says so where a table is empty and shows a frame where the photo is missing', async () => {
    const text = await readBack(await makeApplicationForm({ words: applicationFormWords(), pageKey }));
    expect(text).toContain('未取得过青少年科技辅导员专业水平认证证书');
    expect(text).toContain('照片');
  });

  it('is marked void in every foot only when it is a demonstration', async () => {
    const textsOf = async (isDemonstration: boolean) =>
      pdfTexts((await makeApplicationForm({ words: applicationFormWords({ isDemonstration }), pageKey })).bytes);
    for (const text of await textsOf(true)) expect(text).toContain('演示数据，无效');
    for (const text of await textsOf(false)) expect(text).not.toContain('演示数据');
  });

  it('places signatures, dates and the seal inside the page they name', async () => {
    const { regions, pages } = await makeApplicationForm({ words: applicationFormWords(), pageKey });
    const sectionsOf = (page: number) => pages[page - 1]?.sections;
    expect(sectionsOf(regions.applicantSignature.page)).toEqual(['declaration']);
    expect(sectionsOf(regions.seal.page)).toContain('unit-opinion');
    expect(regions.seal.width).toBeCloseTo((42 * 72) / 25.4, 1);
    for (const { x, y, width, height } of Object.values(regions)) {
      expect(x).toBeGreaterThan(content.left);
      expect(x + width).toBeLessThan(content.right);
      expect(y).toBeGreaterThan(content.top);
      expect(y + height).toBeLessThan(content.bottom);
    }
  });
});

describe('any words at all', { timeout: 60_000 }, () => {
  it('come back from the file as they were drawn, page by page, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(randomFormWords, async (words) => {
        const { drawings } = await drawApplicationForm({ words, pageKey });
        const drawn = drawings.map((page) =>
          compact(page.map((mark) => (mark.kind === 'text' ? mark.text : '')).join('')),
        );
        const { bytes } = await makeApplicationForm({ words, pageKey });
        expect((await pdfTexts(bytes)).map(compact)).toEqual(drawn);
        const count = (text: string, character: string) => text.split(character).length - 1;
        const [all, put] = [drawn.join(''), compact(printedTexts(words).join(''))];
        for (const character of new Set(put))
          expect(count(all, character)).toBeGreaterThanOrEqual(count(put, character));
      }),
      { numRuns: 40 },
    );
  });

  it('stay inside the margins', async () => {
    await fc.assert(
      fc.asyncProperty(randomFormWords, async (words) => {
        const { drawings, typefaces } = await drawApplicationForm({ words, pageKey });
        for (const mark of drawings.flat()) {
          if (mark.kind === 'frame') {
            expect(mark.y).toBeGreaterThanOrEqual(content.top);
            expect(mark.y + mark.height).toBeLessThanOrEqual(content.bottom + 0.01);
          }
          if (mark.kind !== 'text') continue;
          const ink = widthOf(
            setGlyphs({ ...mark, text: mark.text.replace(/[，。、；：）》」』】〕〉”’]$/, ''), typefaces }),
          );
          expect(mark.x + ink * mark.size).toBeLessThanOrEqual(content.right + 0.5);
          expect(mark.x).toBeGreaterThanOrEqual(content.left - mark.size / 2);
          expect(mark.y).toBeGreaterThan(30);
          expect(mark.y).toBeLessThan(812);
        }
      }),
      { numRuns: 60 },
    );
  });
});
