import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import { Prisma, type StoredFile } from '@/lib/db/generated/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { checkSignatures } from '../check-upload';
import { inWorkFolder, localCopy } from '../work-folder';
import { type SealSignatures, signaturesOf } from './schema';
import { liveAnchors } from './trust-anchors';

const atATime = 100;

interface Recheck {
  anchorId: string;
  now: Date;
  /** What follows from another result, in the transaction that keeps it. */
  changed: (tx: Transaction, file: StoredFile) => Promise<void>;
}

/** Whom we trust has changed: every sealed file that is still there is looked at again, as of the day on which it came. */
export async function recheckSignatures({ anchorId, now, changed }: Recheck): Promise<number> {
  const anchors = await liveAnchors();
  let count = 0;
  for (let files = await sealedFiles(null); files.length > 0; files = await sealedFiles(files.at(-1)?.id ?? null)) {
    for (const file of files) {
      const before = signaturesOf(file);
      const after = before ? await readAgain(file, anchors) : null;
      if (!before || !after || saysTheSame(before, after)) continue;
      await keep(file, { before, after, anchorId, now, changed });
      count++;
    }
  }
  return count;
}

const sealedFiles = (after: string | null): Promise<StoredFile[]> =>
  db.storedFile.findMany({
    where: {
      status: 'CLEAN',
      deletedAt: null,
      signatures: { not: Prisma.DbNull },
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: 'asc' },
    take: atATime,
  });

const readAgain = ({ storageKey, createdAt }: StoredFile, anchors: string[]): Promise<SealSignatures> =>
  inWorkFolder(async (folder) => checkSignatures(await localCopy(storageKey, folder), { anchors, at: createdAt }));

const saysTheSame = (one: SealSignatures, other: SealSignatures): boolean =>
  JSON.stringify([one.verdict, one.signatures]) === JSON.stringify([other.verdict, other.signatures]);

interface Change extends Recheck {
  before: SealSignatures;
  after: SealSignatures;
}

async function keep({ id, applicationId, ownerId }: StoredFile, { before, after, anchorId, now, changed }: Change): Promise<void> {
  await inTransaction(async (tx) => {
    const signatures = { ...after, checkedAt: now.toISOString() };
    await changed(tx, await tx.storedFile.update({ where: { id }, data: { signatures } }));
    await recordEvent(tx, {
      stream: applicationId ? `application:${applicationId}` : `person:${ownerId}`,
      name: 'seal_signatures_rechecked',
      actor: systemActor,
      at: now,
      data: { fileId: id, anchorId, before: before.verdict, after: after.verdict },
    });
  });
}
