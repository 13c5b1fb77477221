import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { attachFiles } from './attach-files';
import type { SanctionSubject } from './lock-sanction';
import type { LodgeAppealInput } from './schema';

/** The unit's administrator objects; the sanction stays in force until a third person has decided. */
export async function lodgeAppeal(step: Step<Transaction, SanctionSubject, LodgeAppealInput>): Promise<void> {
  const { tx, actor, subject: sanction, input, now } = step;
  const { personId } = actor;
  if (!personId) throw new NotFoundError('person');
  const { id: appealId } = await tx.sanctionAppeal.create({
    data: { sanctionId: sanction.id, text: input.text, lodgedById: personId, lodgedByName: actor.name, lodgedAt: now },
  });
  await attachFiles({ tx, actor, fileIds: input.fileIds, to: { sanctionId: sanction.id, appealId } });
  await recordEvent(tx, {
    stream: `unit:${sanction.unitId}`,
    name: 'appeal_lodged',
    actor,
    at: now,
    note: input.text,
    data: { sanctionId: sanction.id, appealId, files: input.fileIds },
  });
}
