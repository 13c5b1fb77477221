import type { Rect } from '@/lib/documents/pdf/drawing';
import { codeBoxes } from '@/lib/documents/application-form/page-geometry';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';
import type { PenPlace } from '@/lib/documents/scan/examination';
import type { IssuedForm } from './issue-form';
import type { InkMark } from './paper';
import { datePicture, remarkPicture, signaturePicture } from './pen-pictures';
import { between, pick } from './pick';
import { type InkPicture, type SealShape, sealPicture } from './seal-pictures';

type Random = () => number;
type Place = { x: number; y: number };

/** What a unit does with its seal. */
export const sealed = ['normal', 'over_signature', 'faded', 'half', 'partly_outside', 'also_on_code'] as const;
/** A real seal, but its place is empty. */
export const sealedElsewhere = ['elsewhere', 'only_on_code'] as const;
/** Something red that is no seal stands in its place. */
export const falselySealed = ['logo', 'red_text', 'square', 'thumb', 'hand_drawn_ring', 'oval', 'remark'] as const;
export const sealSituations = [...sealed, ...sealedElsewhere, ...falselySealed, 'none'] as const;
export type SealSituation = (typeof sealSituations)[number];

const isRoundSeal = (situation: SealSituation): boolean =>
  [...sealed, ...sealedElsewhere].some((one) => one === situation);
const pointsAMillimetre = 72 / 25.4;
const middleOf = ({ x, y, width, height }: Rect): Place => ({ x: x + width / 2, y: y + height / 2 });
const codeMiddles = [middleOf(codeBoxes.topRight), middleOf(codeBoxes.bottomLeft)];

/** The marks that a situation leaves on the sheet with the place for the seal. */
export async function sealMarks(form: IssuedForm, situation: SealSituation, random: Random): Promise<InkMark[]> {
  if (situation === 'none') return [];
  const shape: SealShape | 'remark' = isRoundSeal(situation)
    ? 'round'
    : (falselySealed.find((one) => one === situation) ?? 'round');
  const picture = shape === 'remark' ? remarkPicture(random) : await sealPicture(shape, random);
  const faint = situation === 'faded' ? between(0.22, 0.4, random) : between(0.72, 1, random);
  const mark: InkMark = {
    picture,
    ...sealMiddle(form, situation, random),
    strength: faint,
    half: situation === 'half',
    kind: shape === 'remark' ? 'pen' : 'stamp',
  };
  if (situation !== 'also_on_code') return [mark];
  return [mark, await markOnCode(random)];
}

/** A seal pressed on one of the two codes, though the form asks not to. */
export async function markOnCode(random: Random): Promise<InkMark> {
  const code = pick(codeMiddles, random);
  const place = { x: code.x + between(-12, 12, random), y: code.y + between(-12, 12, random) };
  return { picture: await sealPicture('round', random), ...place, strength: between(0.72, 1, random), kind: 'stamp' };
}

function sealMiddle(form: IssuedForm, situation: SealSituation, random: Random): Place {
  const box = middleOf(form.regions.seal);
  const signature = form.regions.unitSignature;
  const aside = 2 * Math.PI * random();
  const shift = (least: number, most: number): Place => {
    const far = between(least, most, random);
    return { x: box.x + far * Math.cos(aside), y: box.y + far * Math.sin(aside) };
  };
  if (situation === 'over_signature')
    return { x: signature.x + signature.width + between(15, 45, random), y: signature.y + between(5, 50, random) };
  if (situation === 'partly_outside') return shift(25, 45);
  if (situation === 'only_on_code') return pick(codeMiddles, random);
  if (situation === 'elsewhere') return farFrom(box, random);
  return shift(0, 12);
}

/** Wholly on the sheet, clear of its codes and of where it belongs. */
function farFrom(box: Place, random: Random): Place {
  const isClear = (place: Place) =>
    Math.hypot(place.x - box.x, place.y - box.y) > 165 &&
    codeMiddles.every((code) => Math.hypot(place.x - code.x, place.y - code.y) > 110);
  for (;;) {
    const place = { x: between(70, PAGE_WIDTH - 70, random), y: between(130, PAGE_HEIGHT - 130, random) };
    if (isClear(place)) return place;
  }
}

export interface Penned {
  form: IssuedForm;
  page: number;
  /** Places where nobody wrote. */
  left: readonly PenPlace[];
  random: Random;
}

/** Signatures and dates on a sheet, in black or blue. */
export function penMarks({ form, page, left, random }: Penned): InkMark[] {
  const { regions } = form;
  return penPlacesOn(form, page)
    .filter((place) => !left.includes(place))
    .map((place): InkMark => {
      const region = regions[place];
      const size = { width: region.width / pointsAMillimetre, height: region.height / pointsAMillimetre };
      const hand = { ...size, colour: pick(['black', 'black', 'blue'] as const, random), random };
      const picture: InkPicture = place.endsWith('Date')
        ? datePicture({ ...hand, columns: dateColumns })
        : signaturePicture(hand);
      const { x, y } = middleOf(region);
      return {
        picture,
        x: x + between(-3, 3, random),
        y: y + between(-3, 1, random),
        strength: between(0.85, 1, random),
        kind: 'pen',
      };
    });
}

export const penPlacesOn = (form: IssuedForm, page: number): PenPlace[] =>
  (['applicantSignature', 'applicantDate', 'unitSignature', 'unitDate'] as const).filter(
    (place) => form.regions[place].page === page,
  );

/** Middles of the lines before 年, 月 and 日, in millimetres from where the first begins. */
const dateColumns = [24, 81, 131].map((points) => points / pointsAMillimetre);
