import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { JoinedPdf } from './join-pdfs';

/** Each page has a width of its own, by which it is known again. */
async function document(widths: readonly number[]): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (const width of widths) made.addPage([width, 100]).drawText('.', { x: 1, y: 1 });
  return made.save();
}

const parts = fc.array(fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });

it('keeps every page in order, and begins every part on the front of a sheet when both sides are printed', async () => {
  await fc.assert(
    fc.asyncProperty(parts, fc.boolean(), async (widths, isDuplex) => {
      const joined = await JoinedPdf.begin({ isDuplex, title: '清单' });
      const begins: number[] = [];
      for (const part of widths) {
        const before = joined.pages;
        await joined.add({ bytes: await document(part) });
        begins.push(joined.pages - part.length);
        expect(joined.pages - before - part.length).toBeLessThanOrEqual(isDuplex ? 1 : 0);
      }
      const pages = (await PDFDocument.load(await joined.finish())).getPages().map((page) => Math.round(page.getWidth()));
      if (isDuplex) expect(begins.every((at) => at % 2 === 0)).toBe(true);
      for (const [index, part] of widths.entries()) {
        const at = begins[index] ?? 0;
        expect(pages.slice(at, at + part.length)).toEqual(part);
      }
    }),
    { numRuns: 40 },
  );
});

it('takes only the pages that are asked for', async () => {
  const joined = await JoinedPdf.begin({ isDuplex: false, title: '清单' });
  await joined.add({ bytes: await document([101, 102, 103]), pages: [3, 1] });
  const pages = (await PDFDocument.load(await joined.finish())).getPages().map((page) => page.getWidth());
  expect(pages).toEqual([103, 101]);
});
