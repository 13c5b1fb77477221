import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { SanctionSubject } from '@/lib/sanctions/lock-sanction';
import type { DecideAppealInput } from '@/lib/sanctions/schema';
import { endByAppeal } from './lift-sanction';
import { sanctionEffect } from './sanction-effect';
import { tellUnit } from './tell-unit';

/** A third person, who has neither proposed nor approved, decides about the unit's objection (Q11). */
export async function decideAppeal(step: Step<Transaction, SanctionSubject, DecideAppealInput>): Promise<void> {
  const { tx, actor, subject: sanction, input, now } = step;
  const { personId } = actor;
  if (!personId) throw new NotFoundError('person');
  const isGranted = input.decision === 'grant';
  const { count } = await tx.sanctionAppeal.updateMany({
    where: { id: input.appealId, sanctionId: sanction.id, status: 'OPEN' },
    data: {
      status: isGranted ? 'GRANTED' : 'REFUSED',
      decidedById: personId,
      decidedByName: actor.name,
      decidedAt: now,
      decisionNote: input.note,
    },
  });
  if (count !== 1) throw new DomainError('DECIDED', '这份申诉已经处理过，请刷新页面。');
  await recordEvent(tx, {
    stream: `unit:${sanction.unitId}`,
    name: isGranted ? 'appeal_granted' : 'appeal_refused',
    actor,
    at: now,
    note: input.note,
    data: { sanctionId: sanction.id, appealId: input.appealId },
  });
  if (isGranted) return endByAppeal({ ...step, input: { reason: input.note } });
  const effect = await sanctionEffect(tx, sanction.creditCode);
  await tellUnit({ tx, sanction, effect, now }, { kind: 'appeal_refused', reason: input.note });
}
