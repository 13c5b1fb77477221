import { readFile } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import { decode, fromRaw } from './decoder.ts';
import { openPdf } from './pdfium.ts';
import type { RenderAnswer, TaskOf } from './tasks.ts';

/** One page as a JPEG picture: what people look at instead of the file itself. */
export async function renderPage(wanted: TaskOf<'render'>): Promise<RenderAnswer> {
  const { outcome, picture } = await pictureOf(wanted);
  if (!picture) return { outcome };
  const { longEdge, output } = wanted;
  await picture
    .resize({ width: longEdge, height: longEdge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
    .toFile(output);
  return { outcome };
}

type Picture = RenderAnswer & { picture?: Sharp };

async function pictureOf({ source, mediaType, page, longEdge }: TaskOf<'render'>): Promise<Picture> {
  if (mediaType !== 'application/pdf') {
    return page === 1 ? { outcome: 'rendered', picture: decode(source) } : { outcome: 'no-such-page' };
  }
  const pdf = await openPdf(await readFile(source));
  if (page > pdf.pages) return { outcome: 'no-such-page' };
  const drawing = await drawOrNothing(() => pdf.draw(page, { dpi: 200, maxPixels: longEdge * longEdge }));
  if (!drawing) return { outcome: 'unreadable' };
  return { outcome: 'rendered', picture: fromRaw(drawing.data, drawing.width, drawing.height) };
}

/** A page that cannot be drawn is an answer, not a fault. */
async function drawOrNothing<Result>(draw: () => Promise<Result>): Promise<Result | null> {
  try {
    return await draw();
  } catch {
    return null;
  }
}
