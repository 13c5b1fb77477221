import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cameraView, seenPlace } from '@/tests/build/scan/camera-view';
import { forgePage } from '@/tests/build/scan/forge-page';
import { corpusKey, issueForm } from '@/tests/build/scan/issue-form';
import { makeSheet } from '@/tests/build/scan/make-sheet';
import { type Capture, phoneCapture, scannerCapture } from '@/tests/build/scan/scan-looks';
import { sealMarks } from '@/tests/build/scan/sign-and-stamp';
import { seeded } from '@/tests/build/seeded';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';
import { readPageCode } from '@/lib/documents/application-form/page-code';
import { pdfTexts } from '@/tests/build/read-pdf';

const form = await issueForm({ seed: 71 });

async function stamped(seed: number, capture: Capture) {
  const random = seeded(seed);
  const marks = await sealMarks(form, 'normal', random);
  const { page } = form.regions.seal;
  return makeSheet({ form, page, capture, seal: 'normal', pens: [], hasSealOnCode: false, marks }, random);
}

const small = (seed: number): Capture => phoneCapture({ care: 'bad', pixels: [1080, 1440] }, seeded(seed));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

it('makes the same picture from the same seed and another from another', async () => {
  const [first, again, other] = [await stamped(1, small(1)), await stamped(1, small(1)), await stamped(2, small(1))];
  expect(hashOf(again.picture.bytes)).toBe(hashOf(first.picture.bytes));
  expect(hashOf(other.picture.bytes)).not.toBe(hashOf(first.picture.bytes));
  expect(hashOf((await issueForm({ seed: 71 })).bytes)).toBe(hashOf(form.bytes));
});

it.each([0, 1, 2, 3] as const)(
  'shows the seal where it says that it is, after %i quarter turns',
  async (quarterTurns) => {
    const straight = {
      ...scannerCapture({ dpi: 100, tone: 'colour' }, seeded(3)),
      printScale: 1,
      crooked: 0,
      quarterTurns,
    };
    const { picture } = await stamped(3, straight);
    const { data, info } = await sharp(picture.bytes).raw().toBuffer({ resolveWithObject: true });
    let [sumX, sumY, count] = [0, 0, 0];
    for (let at = 0; at < data.length; at += 3) {
      if ((data[at] ?? 0) - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0) < 50) continue;
      sumX += (at / 3) % info.width;
      sumY += Math.floor(at / 3 / info.width);
      count += 1;
    }
    const { x, y, width, height } = form.regions.seal;
    // The sheet lies within a millimetre or two of the glass's corner, whatever the seed.
    const place = seenPlace(
      cameraView(straight, () => 0.5),
      [(x + width / 2) / PAGE_WIDTH, (y + height / 2) / PAGE_HEIGHT],
    );
    expect(count).toBeGreaterThan(500);
    expect(Math.hypot(sumX / count - place[0], sumY / count - place[1])).toBeLessThan(30);
  },
);

it.each(['digit', 'character'] as const)(
  'forges a page that differs in one %s only, under codes that were really issued',
  async (kind) => {
    const forged = await forgePage(form, kind, seeded(5));
    const differing = forged.after.flatMap((text, index) => {
      const before = [...(forged.before[index] ?? '')];
      return [...text].filter((character, at) => character !== before[at]);
    });
    expect(forged.after).toHaveLength(forged.before.length);
    expect(differing).toHaveLength(1);
    expect(differing[0]).toMatch(kind === 'digit' ? /^\d$/ : /^\p{Script=Han}$/u);
    const [text = ''] = await pdfTexts(forged.bytes);
    const code = form.pages[forged.page - 1]?.code ?? '';
    expect(readPageCode(code, corpusKey)).toMatchObject({ page: forged.page });
    expect(text.replace(/\s/g, '')).toContain(code.slice(-16));
  },
);
