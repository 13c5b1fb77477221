import path from 'node:path';
import { FileStore } from '@tus/file-store';
import { z } from 'zod';
import { env } from '@/lib/env';
import { filePurposes } from './purposes';
import { uploadId } from './upload-request';

export const partialLifeMs = 24 * 60 * 60_000;

export const partialDirectory = (): string => path.join(/*turbopackIgnore: true*/ env.dataDirectory, 'uploads');

let store: FileStore | undefined;

/** Uploads under way, each a file and its facts; they survive a restart and are taken up again where they stopped. */
export function partialUploads(): FileStore {
  store ??= new FileStore({ directory: partialDirectory(), expirationPeriodInMilliseconds: partialLifeMs });
  return store;
}

/** Written by the server at the start, so that it can be relied on at the end. */
export const partialFacts = z.object({
  personId: z.uuid(),
  ownerId: z.uuid(),
  purpose: z.enum(filePurposes),
  applicationId: z.uuid().optional(),
  batchId: z.uuid().optional(),
  filename: z.string(),
});
export type PartialFacts = z.infer<typeof partialFacts>;

export interface PartialUpload {
  id: string;
  facts: PartialFacts;
  path: string;
  isWhole: boolean;
}

export async function partialUpload(id: string): Promise<PartialUpload | null> {
  if (!uploadId.safeParse(id).success) return null;
  const found = await orNull(() => partialUploads().getUpload(id));
  const facts = partialFacts.safeParse(found?.metadata);
  if (!found || !facts.success) return null;
  const file = path.join(/*turbopackIgnore: true*/ partialDirectory(), id);
  return { id, facts: facts.data, path: file, isWhole: found.offset === found.size };
}

export async function dropPartial(id: string): Promise<void> {
  await orNull(() => partialUploads().remove(id));
}

/** The store throws plain objects with a status for what is not there. */
async function orNull<Result>(ask: () => Promise<Result>): Promise<Result | null> {
  try {
    return await ask();
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status_code' in error) return null;
    throw error;
  }
}
