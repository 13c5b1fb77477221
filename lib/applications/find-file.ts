import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import { type FileRelation, fileVisibleTo } from '@/lib/files/policy';
import { storedFile } from '@/lib/files/stored-file';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { sanctionRelations } from '@/lib/sanctions/file-relations';
import { applicationParts } from './lock-application';
import { judgeUnitDesk } from './packet/policy';
import { relationsOf } from './policy';
import { unitVoucherRelations } from './unit-orders/voucher-relations';

/** A file that this person may look at; for everybody else there is none. */
export async function findFile(actor: Actor, fileId: string): Promise<StoredFile> {
  const file = await storedFile(fileId);
  if (!file || !fileVisibleTo(file, await fileRelations(actor, file))) throw new NotFoundError('file');
  return file;
}

async function fileRelations(actor: Actor, file: StoredFile): Promise<Set<FileRelation>> {
  // Once handed in with a sanction, who uploaded it does not count.
  const sanctioned = await sanctionRelations(db, actor, file.id);
  if (sanctioned) return new Set<FileRelation>(sanctioned);
  const ofVoucher = await unitVoucherRelations(actor, file);
  if (ofVoucher) return ofVoucher;
  const relations = new Set<FileRelation>();
  if (await isUploader(actor, file)) relations.add('uploader');
  if (!file.applicationId) return relations;
  const application = await db.application.findUnique({ where: { id: file.applicationId }, include: applicationParts });
  if (!application) return relations;
  return new Set([...relations, ...relationsOf(actor, application)]);
}

/** Who scanned a stack is its uploader as long as he administers the unit, and while he acts for it. */
export async function isUploader(actor: Actor, { uploadedById, batchId }: StoredFile): Promise<boolean> {
  if (actor.personId === null || actor.personId !== uploadedById) return false;
  if (batchId === null) return true;
  const batch = await db.scanBatch.findUnique({ where: { id: batchId }, select: { unitId: true } });
  return judgeUnitDesk(actor, batch).answer === 'yes';
}
