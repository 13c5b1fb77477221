import { PAGE_HEIGHT } from '@/lib/documents/pdf/page-operators';
import { content } from '@/lib/documents/application-form/page-geometry';
import type { Drawing, Rect, TextDrawing } from '@/lib/documents/pdf/drawing';
import { blankPlace } from './blank-place';
import type { IssuedForm } from './issue-form';
import type { InkMark } from './paper';
import { digitPicture, signaturePicture } from './pen-pictures';
import { between, pick } from './pick';

type Random = () => number;

/** What a pen does to a page that was printed as it was issued: a digit over a digit, words where nothing stands. */
export const penForgeries = ['pen_digit', 'pen_words'] as const;
export type PenForgery = (typeof penForgeries)[number];

interface Written {
  page: number;
  marks: InkMark[];
  places: Rect[];
}

interface ToWrite {
  form: IssuedForm;
  drawings: readonly Drawing[][];
  forgery: PenForgery;
  random: Random;
}

const millimetre = 72 / 25.4;

/** Null where the page that chance picked has nothing for it. */
export function writeOver({ form, drawings, forgery, random }: ToWrite): Written | null {
  const signed = new Set(Object.values(form.regions).map(({ page }) => page));
  const page = 2 + Math.floor(random() * (drawings.length - 1));
  const own = drawings[page - 1] ?? [];
  if (signed.has(page)) return null;
  const place = forgery === 'pen_digit' ? digitOn(own, random) : blankPlace({ drawings: own, ...wordsSize(random), random });
  if (!place) return null;
  const hand = { colour: pick(['blue', 'blue', 'red', 'black'] as const, random), random };
  const size = { width: place.width / millimetre, height: place.height / millimetre };
  const picture = forgery === 'pen_digit' ? digitPicture({ ...hand, size: size.height }) : signaturePicture({ ...hand, ...size });
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  return { page, marks: [{ picture, ...middle, strength: between(0.85, 1, random), kind: 'pen' }], places: [place] };
}

const wordsSize = (random: Random) => ({ width: between(20, 40, random), height: between(11, 15, random) });

/** Where a digit of the form's own contents stands, with the room that a hand takes. */
function digitOn(drawings: readonly Drawing[], random: Random): Rect | null {
  const texts = drawings.filter((one): one is TextDrawing => one.kind === 'text' && one.y > content.top && one.y < Math.min(content.bottom, PAGE_HEIGHT));
  const digits = texts.flatMap(({ text, x, y, size }) => {
    let left = x;
    return [...text].flatMap((character): Rect[] => {
      const wide = (character.charCodeAt(0) < 0x2e80 ? 0.56 : 1) * size;
      left += wide;
      const [width, height] = [size * 0.7, size * 0.95];
      return /\d/.test(character) ? [{ x: left - wide / 2 - width / 2, y: y - size * 0.36 - height / 2, width, height }] : [];
    });
  });
  return digits.length > 0 ? pick(digits, random) : null;
}
