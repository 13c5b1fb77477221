import type { StoredFile } from '@/lib/db/generated/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import type { TakenForm } from '@/lib/files/take-form';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import { attachEvidence } from './attach-evidence';
import { insistOn } from './insist-on';
import { type LoadedApplication, lockApplication } from './lock-application';
import { receiveUpload } from './receive-upload';
import { rowTarget } from './schema';
import { setPhoto } from './set-photo';

interface PostedForm {
  actor: Actor;
  form: TakenForm;
  now: Date;
}

/** A file posted by a page without scripts: received, and put at once where the page would have put it. */
export async function receiveForm({ actor, form, now }: PostedForm): Promise<StoredFile> {
  const { wanted, fields, file } = form;
  if (!file) throw new DomainError('EMPTY', '请先选择文件，再点上传。');
  const row = rowTarget.safeParse(fields);
  if (wanted.purpose === 'EVIDENCE' && !row.success) throw new DomainError('NO_ROW', '请先保存这一条内容，再上传它的材料。');
  const stored = await receiveUpload({ ...wanted, ...file, actor, now });
  const at = { actor, applicationId: stored.applicationId, now };
  if (stored.purpose === 'PHOTO') await whileEditing(at, (step) => setPhoto({ ...step, input: { fileId: stored.id } }));
  if (stored.purpose === 'EVIDENCE' && row.success) {
    await whileEditing(at, (step) => attachEvidence({ ...step, input: { ...row.data, fileId: stored.id } }));
  }
  return stored;
}

interface Place {
  actor: Actor;
  applicationId: string | null;
  now: Date;
}

interface EditStep {
  tx: Transaction;
  actor: Actor;
  subject: LoadedApplication;
  now: Date;
}

async function whileEditing({ actor, applicationId, now }: Place, work: (step: EditStep) => Promise<unknown>): Promise<void> {
  if (!applicationId) return;
  await inTransaction(async (tx) => {
    const subject = await lockApplication(tx, applicationId);
    insistOn({ actor, ability: 'edit_form', application: subject, now });
    await work({ tx, actor, subject, now });
  });
}
