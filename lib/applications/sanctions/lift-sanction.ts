import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import type { Step } from '@/lib/kernel/step';
import { holdAlone } from '@/lib/sanctions/in-force';
import type { SanctionSubject } from '@/lib/sanctions/lock-sanction';
import { lockApplication } from '../lock-application';
import { resumeApplication } from './resume-application';
import { sanctionEffect } from './sanction-effect';
import { tellUnit } from './tell-unit';

type Lifting = Step<Transaction, SanctionSubject, { reason: string }>;

/** The unit may apply again from now on, and what was stopped goes on where it stood. */
export async function liftSanction(step: Lifting): Promise<void> {
  await endSanction(step, '所在单位恢复认证申报资格。');
  await recordLifting(step);
  await tell(step, 'lifted');
}

/** The same as the outcome of an appeal, which has its own event and words. */
export async function endByAppeal(step: Lifting): Promise<void> {
  await endSanction(step, '所在单位的申诉成立，恢复认证申报资格。');
  await recordLifting(step);
  await tell(step, 'appeal_granted');
}

async function endSanction({ tx, actor, subject: sanction, input, now }: Lifting, reason: string): Promise<void> {
  const lifted = { liftedById: actor.personId, liftedByName: actor.name, liftedAt: now, liftReason: input.reason };
  // Applications before the code, as everywhere.
  const frozen = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Application" WHERE "frozenById" = ${sanction.id}::uuid AND status = 'FROZEN' ORDER BY id FOR UPDATE`;
  await holdAlone(tx, sanction.creditCode);
  await tx.sanction.update({ where: { id: sanction.id }, data: { ...lifted, status: 'LIFTED' } });
  for (const { id } of frozen) {
    const application = await lockApplication(tx, id);
    await resumeApplication({ tx, actor: systemActor, application, reason, now });
  }
}

const recordLifting = ({ tx, actor, subject: { id, unitId }, input, now }: Lifting): Promise<void> =>
  recordEvent(tx, {
    stream: `unit:${unitId}`,
    name: 'sanction_lifted',
    actor,
    at: now,
    from: 'APPROVED',
    to: 'LIFTED',
    note: input.reason,
    data: { sanctionId: id },
  });

async function tell({ tx, subject: sanction, input, now }: Lifting, kind: 'lifted' | 'appeal_granted'): Promise<void> {
  const effect = await sanctionEffect(tx, sanction.creditCode);
  await tellUnit({ tx, sanction, effect, now }, { kind, reason: input.reason });
}
