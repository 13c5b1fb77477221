import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { type ApplicationForm, makeApplicationForm } from '@/lib/documents/application-form/make-application-form';
import type { FormWords } from '@/lib/documents/application-form/form-words';
import { MissingGlyphError } from '@/lib/documents/fonts/missing-glyph-error';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { pageKey } from '@/lib/secrets';
import type { FormMaterial } from './form/material';
import { materialDigest } from './form/material-digest';
import { problemsOf } from './form/problems';
import { wordsOf } from './form/words';
import { keepIssuedCopy } from './issued-copy';
import { isGranted, judgeLock, type LockWish } from './judge-lock';
import { loadMaterial } from './load-material';
import { applicationParts, type LoadedApplication } from './lock-application';
import { photoBytes } from './photo-bytes';
import { reportMissingGlyphs } from './report-missing-glyphs';

export interface PreparedForm {
  words: FormWords;
  form: ApplicationForm;
  photoFileId: string | null;
  /** Of everything that the form was made from. */
  digest: string;
}

/** Draws the form before the transaction; null where the same wish has been granted already. */
export async function prepareLock({
  input,
  actor,
  now,
}: {
  input: LockWish;
  actor: Actor;
  now: Date;
}): Promise<PreparedForm | null> {
  const application = await db.application.findUnique({ where: { id: input.applicationId }, include: applicationParts });
  if (!application) throw new NotFoundError('application');
  const judgement = judgeLock(actor, application, now, input);
  if (judgement.answer === 'not_yours') throw new NotFoundError('application');
  if (judgement.answer === 'not_yet') throw new DomainError('NOT_YET', judgement.because);
  if (isGranted(application, input)) return null;

  const material = await loadMaterial(db, application, now);
  if (material.unit?.barredBecause) throw new DomainError('UNIT_BARRED', material.unit.barredBecause);
  insistOnComplete(material);
  const words = wordsOf(material, { version: application.formVersion + 1, filedAt: application.submittedAt ?? now });
  const form = await draw({ application, material, words, now });
  await keepIssuedCopy(form);
  return { words, form, photoFileId: material.photoFileId, digest: materialDigest(material) };
}

export function insistOnComplete(material: FormMaterial): void {
  const problems = problemsOf(material);
  if (problems.length > 0) {
    throw new DomainError('FORM_INCOMPLETE', `申报书还有 ${problems.length} 处需要完善，请按下面的清单逐项处理后再提交。`);
  }
}

interface FormToDraw {
  application: LoadedApplication;
  material: FormMaterial;
  words: FormWords;
  now: Date;
}

async function draw({ application, material, words, now }: FormToDraw): Promise<ApplicationForm> {
  const photo = material.photoFileId ? await photoBytes(material.photoFileId) : undefined;
  try {
    return await makeApplicationForm({ words, photo, pageKey: pageKey() });
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error;
    const { characters } = error;
    await inTransaction((tx) => reportMissingGlyphs({ tx, application, characters, now }));
    throw new DomainError('MISSING_GLYPH', `${error.sentence}已通知工作人员，处理后会发消息告诉您，您填写的内容都已保存。`);
  }
}
