import type { FormSnapshot } from '@/lib/db/generated/client';
import { formWords } from '@/lib/documents/application-form/form-words';
import { makeApplicationForm } from '@/lib/documents/application-form/make-application-form';
import { pageKey } from '@/lib/secrets';
import { issuedCopy, keepIssuedCopy } from './issued-copy';
import { photoBytes } from './photo-bytes';

/** The issued form: its kept copy, or else drawn again from its snapshot. Anything but the very same bytes is no form. */
export async function issuedBytes(snapshot: FormSnapshot): Promise<Uint8Array> {
  return (await issuedCopy(snapshot.pdfSha256)) ?? drawAgain(snapshot);
}

async function drawAgain({ words, photoFileId, pdfSha256 }: FormSnapshot): Promise<Uint8Array> {
  const photo = photoFileId ? await photoBytes(photoFileId) : undefined;
  const form = await makeApplicationForm({ words: formWords.parse(words), photo, pageKey: pageKey() });
  if (form.sha256 !== pdfSha256) throw new Error(`the form ${pdfSha256} is drawn differently than it was issued`);
  await keepIssuedCopy(form);
  return form.bytes;
}
