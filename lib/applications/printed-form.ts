import { levelNames } from '@/lib/catalogue/labels';
import { db } from '@/lib/db/client';
import { formWords } from '@/lib/documents/application-form/form-words';
import { makeApplicationForm } from '@/lib/documents/application-form/make-application-form';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { pageKey } from '@/lib/secrets';
import { applicationParts } from './lock-application';
import { judge } from './policy';
import { photoBytes } from './prepare-lock';

export interface PrintedForm {
  bytes: Uint8Array;
  /** 江苏省初级_申报书_JS24C00000001.pdf */
  fileName: string;
}

/** The issued 申报书, drawn again from its snapshot; anything but the very same bytes is a fault, not a form. */
export async function printedForm(
  actor: Actor,
  { applicationId, now }: { applicationId: string; now: Date },
): Promise<PrintedForm> {
  const application = await db.application.findUnique({ where: { id: applicationId }, include: applicationParts });
  if (!application || judge(actor, 'print', application, now).answer !== 'yes') throw new NotFoundError('application');
  const snapshot = await db.formSnapshot.findFirst({ where: { applicationId, supersededAt: null } });
  if (!snapshot || application.status === 'DRAFT') {
    throw new DomainError('NOT_ISSUED', '申报书还没有生成：请先填完各部分，核对信息并提交报名，再来打印。');
  }
  const photo = snapshot.photoFileId ? await photoBytes(snapshot.photoFileId) : undefined;
  const form = await makeApplicationForm({ words: formWords.parse(snapshot.words), photo, pageKey: pageKey() });
  if (form.sha256 !== snapshot.pdfSha256) {
    throw new Error(`the form of ${application.number} version ${snapshot.version} is drawn differently than it was issued`);
  }
  const province = application.cycle.association.provinceName;
  return { bytes: form.bytes, fileName: `${province}${levelNames[application.level]}_申报书_${application.number}.pdf` };
}
