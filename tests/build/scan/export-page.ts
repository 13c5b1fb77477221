import sharp from 'sharp';
import type { PenPlace } from '@/lib/documents/scan/examination';
import type { IssuedForm } from './issue-form';
import { mostPixels, opened, type Sheet } from './make-sheet';
import { ink, type InkMark } from './paper';
import { between, pick } from './pick';
import { scannerCapture } from './scan-looks';
import { penMarks, penPlacesOn, sealMarks } from './sign-and-stamp';

type Random = () => number;

export interface ExportWish {
  form: IssuedForm;
  page: number;
  dpi: number;
  random: Random;
}

/** A page saved as a picture without ever having been printed; where it wants a seal, a picture of one is pasted on. */
export async function exportedSheet({ form, page, dpi, random }: ExportWish): Promise<Sheet> {
  const pdf = await opened(form);
  const { data, width, height } = await pdf.draw(page, { dpi, maxPixels: mostPixels });
  const paper = { rgba: Uint8Array.from(data), width, height, dpi };
  const { marks, seal, left } = await pasted(form, page, random);
  for (const mark of marks) await ink(paper, mark, random);
  const picture = sharp(paper.rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
  const isPhotograph = random() < 0.6;
  const jpegQuality = Math.round(between(60, 95, random));
  const bytes = await (isPhotograph ? picture.jpeg({ quality: jpegQuality }) : picture.png({ compressionLevel: 6 })).toBuffer();
  const capture = { ...scannerCapture({ dpi, tone: 'colour' }, random), width, height, jpegQuality, crooked: 0, quarterTurns: 0 as const };
  return {
    picture: { bytes, mediaType: isPhotograph ? 'image/jpeg' : 'image/png' },
    ...{ capture, form, page, seal, hasSealOnCode: false, forgery: null, forgedPlaces: [], isExported: true },
    pens: penPlacesOn(form, page).map((place) => ({ place, isWritten: !left.includes(place) })),
  };
}

interface Pasted {
  marks: InkMark[];
  seal: Sheet['seal'];
  left: readonly PenPlace[];
}

async function pasted(form: IssuedForm, page: number, random: Random): Promise<Pasted> {
  const left = random() < 0.5 ? penPlacesOn(form, page) : [];
  const pens = penMarks({ form, page, left, random });
  if (form.regions.seal.page !== page) return { marks: pens, seal: null, left };
  const [seal] = await sealMarks(form, pick(['normal', 'over_signature'] as const, random), random);
  // A picture has neither grain nor a pale edge.
  const flat: InkMark[] = seal ? [{ ...seal, strength: 1, kind: 'pen' }] : [];
  return { marks: [...pens, ...flat], seal: 'normal', left };
}
