import type { FormWords } from '@/lib/documents/application-form/form-words';
import type { Drawing, TextDrawing } from '@/lib/documents/pdf/drawing';
import { printedTexts } from '@/tests/build/application-form-words';
import { type Picture, pdfPictures, pdfTexts } from '@/tests/build/read-pdf';

const DOTS_PER_INCH = 100;
const LEAST_SHARE = 0.85;

const compact = (text: string) => text.replace(/[\s\u3000\u0002\ufffe-]/g, '');

/** A peer that left words out would have had less to do. */
export async function insistOnAllWords(bytes: Uint8Array, words: FormWords, name: string): Promise<void> {
  const text = compact((await pdfTexts(bytes)).join(''));
  const missing = printedTexts(words).find((printed) => [...compact(printed)].some((letter) => !text.includes(letter)));
  if (missing !== undefined) throw new Error(`${name} does not show “${missing}”`);
}

/** A broken font subset keeps its text and loses its ink: in every line of ours there must be as much as in the peer's. */
export async function insistOnInk(ours: Uint8Array, peer: Uint8Array, drawings: Drawing[][]): Promise<void> {
  const [our, their] = [await pdfPictures(ours, DOTS_PER_INCH), await pdfPictures(peer, DOTS_PER_INCH)];
  drawings.forEach((page, index) => {
    for (const drawing of page) {
      if (drawing.kind !== 'text' || drawing.text.trim() === '') continue;
      const [ink, expected] = [inkOf(our[index], drawing), inkOf(their[index], drawing)];
      if (ink < LEAST_SHARE * expected) throw new Error(`page ${index + 1} lacks ink at “${drawing.text}”`);
    }
  });
}

/** Layouts differ, but the same words in the same type take about the same ink in all. */
export async function insistOnLikeInk(ours: Uint8Array, peer: Uint8Array, name: string): Promise<void> {
  const totalInk = async (bytes: Uint8Array) =>
    (await pdfPictures(bytes, DOTS_PER_INCH)).reduce((sum, picture) => sum + inkOf(picture), 0);
  const share = (await totalInk(ours)) / (await totalInk(peer));
  if (share < LEAST_SHARE) throw new Error(`our form has only ${share.toFixed(2)} of the ink of ${name}`);
}

function inkOf(picture: Picture | undefined, line?: TextDrawing): number {
  if (picture === undefined) return 0;
  const scale = DOTS_PER_INCH / 72;
  const left = line === undefined ? 0 : Math.floor((line.x - 1) * scale);
  const right =
    line === undefined
      ? picture.width
      : Math.ceil((line.x + line.size * (1.1 + (line.spread ?? 0)) * line.text.length) * scale);
  const top = line === undefined ? 0 : Math.floor((line.y - line.size) * scale);
  const bottom = line === undefined ? picture.height : Math.ceil((line.y + 0.25 * line.size) * scale);
  let ink = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < Math.min(right, picture.width); x += 1)
      ink += 255 - (picture.grey[y * picture.width + x] ?? 255);
  }
  return ink;
}
