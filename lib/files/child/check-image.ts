import { stat } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import type { PageFacts } from '../page-facts.ts';
import { type FilePurpose, photoSize, purposeRules } from '../purposes.ts';
import { decode, header, maxPixels } from './decoder.ts';
import { type Grey, lookAtPage } from './look-at-page.ts';
import { orRefuse, Refused } from './refused.ts';
import type { CheckAnswer } from './tasks.ts';

/** Pixels on the longer side of what is looked at. */
const lookedAt = 1000;

interface ImageToCheck {
  source: string;
  output: string;
  purpose: FilePurpose;
}

/** Decodes the whole picture and writes it anew as JPEG: turned upright, on white, without EXIF, place or profile. */
export async function checkImage({ source, output, purpose }: ImageToCheck): Promise<CheckAnswer> {
  const { width, height, pages, autoOrient } = await orRefuse('IMAGE_DAMAGED', () => header(source));
  if (width * height > maxPixels) throw new Refused('IMAGE_TOO_MANY_PIXELS', { megapixels: maxPixels / 10_000 });
  if ((pages ?? 1) > 1) throw new Refused('IMAGE_MANY_PAGES');
  if (purpose === 'PHOTO' && (autoOrient.width < photoSize.width || autoOrient.height < photoSize.height)) {
    throw new Refused('PHOTO_TOO_SMALL');
  }
  await orRefuse('IMAGE_DAMAGED', () =>
    purpose === 'PHOTO' ? writePhoto(source, output) : writePicture(source, output, purposeRules[purpose].longEdge),
  );
  const seen: PageFacts = { ...autoOrient, isPicture: true, isNamed: null, ...lookAtPage(await smallGrey(output)) };
  return { outcome: 'accepted', file: output, mediaType: 'image/jpeg', extension: 'jpg', pages: 1, isSigned: false, pageFacts: [seen] };
}

async function smallGrey(picture: string): Promise<Grey> {
  const { data, info } = await decode(picture)
    .resize({ width: lookedAt, height: lookedAt, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const upright = (source: string): Sharp =>
  decode(source).autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');

async function writePicture(source: string, output: string, longEdge: number): Promise<void> {
  await upright(source)
    .resize({ width: longEdge, height: longEdge, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toFile(output);
}

/** Exactly 295×413, cut to the middle, as good as fits into the limit. */
async function writePhoto(source: string, output: string): Promise<void> {
  const cropped = upright(source).resize({ ...photoSize, fit: 'cover', position: 'centre' });
  for (const quality of [95, 90, 80, 65, 45]) {
    await cropped.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toFile(output);
    if ((await stat(output)).size <= photoSize.maxBytes) return;
  }
  throw new Refused('IMAGE_DAMAGED');
}
