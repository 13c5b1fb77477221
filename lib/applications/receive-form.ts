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

export interface ReceivedForm {
  files: StoredFile[];
  /** The first that was not taken, and why; those after it were not looked at. */
  refused: { name: string; error: unknown } | null;
}

/** Files posted by a page without scripts: received, and put at once where the page would have put them. */
export async function receiveForm({ actor, form, now }: PostedForm): Promise<ReceivedForm> {
  const { wanted, fields, files } = form;
  if (files.length === 0) throw new DomainError('EMPTY', '请先选择文件，再点上传。');
  if (wanted.purpose === 'EVIDENCE' && !rowTarget.safeParse(fields).success) {
    throw new DomainError('NO_ROW', '请先保存这一条内容，再上传它的材料。');
  }
  const received: StoredFile[] = [];
  for (const file of files) {
    try {
      const stored = await receiveUpload({ ...wanted, ...file, actor, now });
      await putInPlace({ actor, stored, fields, now });
      received.push(stored);
    } catch (error) {
      return { files: received, refused: { name: file.name, error } };
    }
  }
  return { files: received, refused: null };
}

interface Received {
  actor: Actor;
  stored: StoredFile;
  fields: Record<string, string>;
  now: Date;
}

async function putInPlace({ actor, stored, fields, now }: Received): Promise<void> {
  const at = { actor, applicationId: stored.applicationId, now };
  const input = { fileId: stored.id };
  if (stored.purpose === 'PHOTO') await whileEditing(at, (step) => setPhoto({ ...step, input }));
  if (stored.purpose !== 'EVIDENCE') return;
  const row = rowTarget.parse(fields);
  await whileEditing(at, (step) => attachEvidence({ ...step, input: { ...row, ...input } }));
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
