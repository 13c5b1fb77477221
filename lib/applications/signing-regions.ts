import { z } from 'zod';
import type { FormSnapshot } from '@/lib/db/generated/client';
import { formWords } from '@/lib/documents/application-form/form-words';
import { drawApplicationForm } from '@/lib/documents/application-form/make-application-form';
import type { SigningRegions } from '@/lib/documents/application-form/signing-sheets';
import { pageKey } from '@/lib/secrets';
import { photoBytes } from './photo-bytes';

const region = z.object({ page: z.number().int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const kept = z.object({
  applicantSignature: region,
  applicantDate: region,
  unitSignature: region,
  unitDate: region,
  seal: region,
});

/** Where hand and seal belong on an issued form; drawn again for one that was issued before the places were kept. */
export async function regionsOf({ regions, words, photoFileId }: Pick<FormSnapshot, 'regions' | 'words' | 'photoFileId'>): Promise<SigningRegions> {
  if (regions !== null) return kept.parse(regions);
  const photo = photoFileId ? await photoBytes(photoFileId) : undefined;
  return (await drawApplicationForm({ words: formWords.parse(words), photo, pageKey: pageKey() })).regions;
}
