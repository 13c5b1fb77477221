import { beforeAll, describe, expect, it } from 'vitest';
import { type ApplicationForm, makeApplicationForm } from '@/lib/documents/application-form/make-application-form';
import { readPageCode } from '@/lib/documents/application-form/page-code';
import { codeBoxes, cornerSquares } from '@/lib/documents/application-form/page-geometry';
import { applicationFormWords } from '@/tests/build/application-form-words';
import { codesIn, type Picture, pdfPictures, pdfTexts } from '@/tests/build/read-pdf';

const DOTS_PER_INCH = 150;
const pageKey = Buffer.from('a key for tests, thirty-two long');
const words = applicationFormWords({ applicationNumber: 'JS-ABCDEFGHIJ-99', version: 12 });

let form: ApplicationForm;
let pictures: Picture[];

beforeAll(async () => {
  form = await makeApplicationForm({ words, pageKey });
  pictures = await pdfPictures(form.bytes, DOTS_PER_INCH);
});

/** The mean darkness of a part of the page, 0 white to 1 black. */
function darkness(picture: Picture, place: { x: number; y: number; width: number; height: number }): number {
  const scale = DOTS_PER_INCH / 72;
  let [sum, count] = [0, 0];
  for (let y = Math.round(place.y * scale); y < Math.round((place.y + place.height) * scale); y += 1) {
    for (let x = Math.round(place.x * scale); x < Math.round((place.x + place.width) * scale); x += 1) {
      sum += 255 - (picture.grey[y * picture.width + x] ?? 255);
      count += 255;
    }
  }
  return sum / count;
}

describe('the codes of a page', () => {
  it('are read in both corners of every page at 150 dots to the inch', async () => {
    for (const [index, picture] of pictures.entries()) {
      const found = (await codesIn(picture, DOTS_PER_INCH)).sort((one, other) => one.y - other.y);
      expect(found.map((code) => code.text)).toEqual([form.pages[index]?.code, form.pages[index]?.code]);
      for (const [place, box] of [codeBoxes.topRight, codeBoxes.bottomLeft].entries()) {
        expect(Math.abs((found[place]?.x ?? 0) - box.x - box.width / 2)).toBeLessThan(1.5);
        expect(Math.abs((found[place]?.y ?? 0) - box.y - box.height / 2)).toBeLessThan(1.5);
      }
    }
  });

  it('tell whose page it is, which version, and where it stands', () => {
    form.pages.forEach(({ code, digest, number }) => {
      const facts = {
        applicationNumber: 'JS-ABCDEFGHIJ-99',
        version: 12,
        page: number,
        pages: form.pages.length,
        digest,
      };
      expect(readPageCode(code, pageKey)).toEqual(facts);
    });
  });

  it('stand beside the code twice in letters that can be typed', async () => {
    const texts = await pdfTexts(form.bytes);
    texts.forEach((text, index) => {
      const typed = [...text.matchAll(/(S1\.[A-Z0-9-]+\.\d+\.\d+\.\d+\.)\s*((?:[0-9A-Z]{4} ?){4})/g)];
      expect(typed).toHaveLength(2);
      for (const [letters] of typed) expect(readPageCode(letters, pageKey)?.page).toBe(index + 1);
      expect(text.match(/请勿盖在二维码上/g)).toHaveLength(2);
    });
  });

  it('come with four solid squares that have white around them', () => {
    for (const picture of pictures) {
      for (const { x, y, width, height } of cornerSquares) {
        expect(darkness(picture, { x: x + 1, y: y + 1, width: width - 2, height: height - 2 })).toBe(1);
        const around = { x: x - 6, y: y - 6, width: width + 12, height: height + 12 };
        expect(darkness(picture, around)).toBeCloseTo((width * height) / (around.width * around.height), 1);
      }
    }
  });

  it('keep a quiet white border of four modules', () => {
    const quiet = (4 * codeBoxes.topRight.width) / 29;
    for (const picture of pictures) {
      for (const { x, y, width, height } of Object.values(codeBoxes)) {
        const strips = [
          { x: x - quiet, y: y - quiet, width: width + 2 * quiet, height: quiet - 1 },
          { x: x - quiet, y: y + height + 1, width: width + 2 * quiet, height: quiet - 1 },
          { x: x - quiet, y, width: quiet - 1, height },
          { x: x + width + 1, y, width: quiet - 1, height },
        ];
        for (const strip of strips) expect(darkness(picture, strip)).toBeLessThan(0.002);
      }
    }
  });

  it('print nothing outside the frame of squares', () => {
    for (const picture of pictures) {
      expect(darkness(picture, { x: 0, y: 0, width: 595, height: 23 })).toBe(0);
      expect(darkness(picture, { x: 0, y: 0, width: 23, height: 841 })).toBe(0);
      expect(darkness(picture, { x: 572, y: 0, width: 22, height: 841 })).toBe(0);
      expect(darkness(picture, { x: 0, y: 819, width: 595, height: 22 })).toBe(0);
    }
  });
});
