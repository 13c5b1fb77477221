import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import { type FileRelation, fileVisibleTo, sheetVisibleTo } from '@/lib/files/policy';
import { storedFile } from '@/lib/files/stored-file';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { sanctionRelations } from '@/lib/sanctions/file-relations';
import { applicationParts } from './lock-application';
import { relationsOf } from './policy';

/** A file that this person may look at; for everybody else there is none. */
export async function findFile(actor: Actor, fileId: string, page?: number): Promise<StoredFile> {
  const file = await storedFile(fileId);
  if (!file) throw new NotFoundError('file');
  const isVisible =
    fileVisibleTo(file, await fileRelations(actor, file)) ||
    (page !== undefined && (await isVisibleSheet(actor, { file, page })));
  if (!isVisible) throw new NotFoundError('file');
  return file;
}

/** A sheet of a stack: seen by whoever may see the application that its code proves, and by nobody through its neighbours. */
async function isVisibleSheet(actor: Actor, { file, page }: { file: StoredFile; page: number }): Promise<boolean> {
  if (file.purpose !== 'UNIT_SCAN') return false;
  const sheets = await db.scannedSheet.findMany({
    where: { fileId: file.id, sheet: page, filing: 'FILED', removedAt: null },
    include: { application: { include: applicationParts } },
  });
  return (
    sheets.length > 0 &&
    sheets.every(({ application }) => application && sheetVisibleTo(file, relationsOf(actor, application)))
  );
}

async function fileRelations(actor: Actor, file: StoredFile): Promise<Set<FileRelation>> {
  // Once handed in with a sanction, who uploaded it does not count.
  const sanctioned = await sanctionRelations(db, actor, file.id);
  if (sanctioned) return new Set<FileRelation>(sanctioned);
  const relations = new Set<FileRelation>();
  if (actor.personId !== null && actor.personId === file.uploadedById) relations.add('uploader');
  if (!file.applicationId) return relations;
  const application = await db.application.findUnique({ where: { id: file.applicationId }, include: applicationParts });
  if (!application) return relations;
  return new Set([...relations, ...relationsOf(actor, application)]);
}
