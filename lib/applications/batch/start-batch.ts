import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { StartBatchInput } from './schema';

/** A new stack, ready to be scanned into. */
export async function startBatch({
  tx,
  actor,
  subject,
  input,
  now,
}: Step<Transaction, { unitId: string }, StartBatchInput>): Promise<{ batchId: string }> {
  if (!actor.personId) throw new NotFoundError('person');
  const packet = input.packetId
    ? await tx.stampPacket.findFirst({ where: { id: input.packetId, unitId: subject.unitId } })
    : null;
  if (input.packetId && !packet) throw new NotFoundError('packet');
  const batch = await tx.scanBatch.create({
    data: {
      unitId: subject.unitId,
      packetId: packet?.id,
      createdById: actor.personId,
      createdByName: actor.name,
      createdAt: now,
    },
  });
  const data = { batchId: batch.id, ...(packet ? { packet: packet.number } : {}) };
  await recordEvent(tx, { stream: `unit:${subject.unitId}`, name: 'batch_started', actor, at: now, data });
  return { batchId: batch.id };
}
