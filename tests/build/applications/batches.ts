import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { attestBatch } from '@/lib/applications/batch/attest-batch';
import { batchPage } from '@/lib/applications/batch/batch-page';
import { handInBatch } from '@/lib/applications/batch/hand-in-batch';
import { lockBatch } from '@/lib/applications/batch/lock-batch';
import { readStack } from '@/lib/applications/batch/read-stack';
import { attestBatchInput } from '@/lib/applications/batch/schema';
import { startBatch } from '@/lib/applications/batch/start-batch';
import { judgeUnitDesk } from '@/lib/applications/packet/policy';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { openStore } from '@/lib/files/open-store';
import type { Actor } from '@/lib/kernel/actor';
import { insist } from './act';
import { today } from './house';

export async function aBatch(admin: Actor, packetId = ''): Promise<string> {
  const subject = { unitId: admin.unitId ?? '' };
  const step = { actor: admin, subject, input: { packetId }, now: today };
  return (await inTransaction((tx) => startBatch({ tx, ...step }))).batchId;
}

/** A stack whose codes have been read already: only the filing is left to do. */
export async function stacked(admin: Actor, batchId: string, pageCodes: string[][], now = today): Promise<string> {
  const id = randomUUID();
  const content = Buffer.from(`stack ${id}`);
  const storageKey = `files/${id}/${randomUUID()}.pdf`;
  await openStore().put(storageKey, Readable.from([content]));
  const personId = admin.personId ?? '';
  await db.storedFile.create({
    data: {
      ...{ id, batchId, ownerId: personId, uploadedById: personId, purpose: 'UNIT_SCAN', storageKey },
      ...{ name: `整叠-${id.slice(0, 4)}.pdf`, mediaType: 'application/pdf', bytes: content.length },
      sha256: createHash('sha256').update(content).digest('hex'),
      ...{ pages: pageCodes.length, pageCodes, status: 'CLEAN', createdAt: now },
    },
  });
  await readStack({ fileId: id, clock: () => now });
  return id;
}

/** The machine has looked at every filed sheet and found nothing to point out. */
export const allGreen = () =>
  db.scannedSheet.updateMany({
    where: { filing: 'FILED', examinedAt: null },
    data: { lamp: 'GREEN', findings: [], examinedAt: today },
  });

export async function pageOf(admin: Actor, batchId: string, now = today) {
  const found = await batchPage(admin, batchId, now);
  if (!found) throw new Error('not his batch');
  return found;
}

interface Attested {
  admin: Actor;
  batchId: string;
  /** Ids of applications; those that the list offers when left out. */
  of?: string[];
  now?: Date;
  hintsSeen?: 'yes';
}

/** What the button does; `hand` is the worker, who comes afterwards. */
export async function attest({ admin, batchId, of, now = today, hintsSeen }: Attested): Promise<{ attestationId: string; hand: (later?: Date) => Promise<void> }> {
  const { applicants } = await pageOf(admin, batchId, now);
  const ids = of ?? applicants.flatMap(({ id, standing }) => (standing.stand === 'ready' ? [id] : []));
  const versions = await db.application.findMany({ where: { id: { in: ids } }, select: { id: true, formVersion: true } });
  const seenOf = (id: string) => applicants.find((one) => one.id === id)?.seen || '0'.repeat(16);
  const application = versions.map(({ id, formVersion }) => `${id}.${formVersion}.${seenOf(id)}`);
  const input = attestBatchInput.parse({ batchId, application, attested: 'yes', hintsSeen });
  await inTransaction(async (tx) => {
    const subject = await lockBatch(tx, { batchId });
    insist(judgeUnitDesk(admin, subject));
    await attestBatch({ tx, actor: admin, subject, input, now });
  });
  const { id } = await db.batchAttestation.findFirstOrThrow({ where: { batchId }, orderBy: { id: 'desc' } });
  return { attestationId: id, hand: (later) => handInBatch({ attestationId: id, now: later ?? now }) };
}
