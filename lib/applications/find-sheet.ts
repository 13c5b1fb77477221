import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { fileVisibleTo } from '@/lib/files/policy';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { isUploader } from './find-file';
import { applicationParts } from './lock-application';
import { relationsOf } from './policy';

const parts = { file: true, application: { include: applicationParts } } as const satisfies Prisma.ScannedSheetInclude;

export type FoundSheet = Prisma.ScannedSheetGetPayload<{ include: typeof parts }>;

/**
 * A sheet that this person may look at. It is judged by the application whose page it is, like a file of that
 * application; the stack in which it was scanned opens no way to it, and it opens none to the stack.
 */
export async function findSheet(actor: Actor, sheetId: string): Promise<FoundSheet> {
  const sheet = await db.scannedSheet.findUnique({ where: { id: sheetId }, include: parts });
  if (!sheet) throw new NotFoundError('sheet');
  const { file, application } = sheet;
  const owner = application ?? (await applicationOf(file.applicationId));
  const relations = owner ? relationsOf(actor, owner) : new Set((await isUploader(actor, file)) ? ['uploader' as const] : []);
  const applicationId = owner?.id ?? null;
  if (!fileVisibleTo({ ...file, purpose: 'STAMPED_FORM', applicationId }, relations)) throw new NotFoundError('sheet');
  return sheet;
}

const applicationOf = (id: string | null) =>
  id ? db.application.findUnique({ where: { id }, include: applicationParts }) : null;
