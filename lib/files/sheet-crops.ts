import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { openStore } from './open-store';

/** Where a picture that was cut out of a sheet is kept; the same examination writes the same place again. */
const cropKey = (sheetId: string, crop: string): string => `crops/${sheetId}/${crop}.jpg`;

export async function keepCrops(sheetId: string, crops: Record<string, string>): Promise<void> {
  for (const [crop, file] of Object.entries(crops)) {
    await openStore().put(cropKey(sheetId, crop), createReadStream(/*turbopackIgnore: true*/ file));
  }
}

export async function cropPicture(sheetId: string, crop: string): Promise<{ bytes: number; content: Readable }> {
  const store = openStore();
  const key = cropKey(sheetId, crop);
  const found = await store.head(key);
  if (!found) throw new NotFoundError('crop');
  return { bytes: found.bytes, content: await store.get(key) };
}

const cropped = z.array(z.looseObject({ crop: z.string().nullable() }));

export async function dropCrops({ id, findings }: { id: string; findings: unknown }): Promise<void> {
  for (const { crop } of cropped.parse(findings)) if (crop) await openStore().delete(cropKey(id, crop));
}
