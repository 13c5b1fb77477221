import { levelNames } from '@/lib/catalogue/labels';
import { db } from '@/lib/db/client';
import type { FormSnapshot } from '@/lib/db/generated/client';
import { formWords } from '@/lib/documents/application-form/form-words';
import { makeApplicationForm } from '@/lib/documents/application-form/make-application-form';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Attachment } from '@/lib/messages/carrier';
import { pageKey } from '@/lib/secrets';
import { issuedCopy, keepIssuedCopy } from './issued-copy';
import { applicationParts, type LoadedApplication } from './lock-application';
import { judge } from './policy';
import { photoBytes } from './prepare-lock';

export interface PrintedForm {
  bytes: Uint8Array;
  /** 江苏省初级_申报书_JS24C00000001.pdf */
  fileName: string;
}

/** The issued 申报书: its kept copy, or else drawn again from its snapshot. Anything but the very same bytes is no form. */
export async function printedForm(
  actor: Actor,
  { applicationId, now }: { applicationId: string; now: Date },
): Promise<PrintedForm> {
  const application = await db.application.findUnique({ where: { id: applicationId }, include: applicationParts });
  if (!application || judge(actor, 'print', application, now).answer !== 'yes') throw new NotFoundError('application');
  return issued(application);
}

/** For the worker, who sends it to the address that the applicant gave. */
export async function issuedForm(applicationId: string): Promise<Attachment> {
  const application = await db.application.findUniqueOrThrow({ where: { id: applicationId }, include: applicationParts });
  return { ...(await issued(application)), contentType: 'application/pdf' };
}

async function issued({ id, status, level, number, cycle }: LoadedApplication): Promise<PrintedForm> {
  const snapshot = await db.formSnapshot.findFirst({ where: { applicationId: id, supersededAt: null } });
  if (!snapshot || status === 'DRAFT') {
    throw new DomainError('NOT_ISSUED', '申报书还没有生成：请先填完各部分，核对信息并提交报名，再来打印。');
  }
  const bytes = (await issuedCopy(snapshot.pdfSha256)) ?? (await drawAgain(snapshot));
  return { bytes, fileName: `${cycle.association.provinceName}${levelNames[level]}_申报书_${number}.pdf` };
}

async function drawAgain({ words, photoFileId, pdfSha256 }: FormSnapshot): Promise<Uint8Array> {
  const photo = photoFileId ? await photoBytes(photoFileId) : undefined;
  const form = await makeApplicationForm({ words: formWords.parse(words), photo, pageKey: pageKey() });
  if (form.sha256 !== pdfSha256) throw new Error(`the form ${pdfSha256} is drawn differently than it was issued`);
  await keepIssuedCopy(form);
  return form.bytes;
}
