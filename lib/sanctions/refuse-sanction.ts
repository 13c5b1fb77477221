import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { sendMessage } from '@/lib/messages/send-message';
import type { SanctionSubject } from './lock-sanction';

type Refusal = Step<Transaction, SanctionSubject, { note: string }>;

/** The second person does not agree; nobody outside has heard of it. */
export async function refuseSanction(step: Refusal): Promise<void> {
  const { tx, actor, subject: sanction, input, now } = step;
  await end(step, 'REFUSED', 'sanction_refused', { decidedById: actor.personId, decidedByName: actor.name });
  await sendMessage({
    tx,
    personId: sanction.proposedById,
    template: 'sanction.refused',
    subject: '取消申报资格的提议未获批准',
    text: `您对“${sanction.unitName}”提出的取消申报资格未获批准，${actor.name}说明：${input.note}`,
    channels: ['SITE'],
    now,
  });
}

export const withdrawProposal = (step: Refusal): Promise<void> => end(step, 'WITHDRAWN', 'sanction_withdrawn', {});

async function end(
  { tx, actor, subject: { id, unitId, status }, input, now }: Refusal,
  to: 'REFUSED' | 'WITHDRAWN',
  name: 'sanction_refused' | 'sanction_withdrawn',
  decided: { decidedById?: string | null; decidedByName?: string },
): Promise<void> {
  await tx.sanction.update({
    where: { id },
    data: { ...decided, status: to, decidedAt: now, decisionNote: input.note },
  });
  await recordEvent(tx, {
    stream: `unit:${unitId}`,
    name,
    actor,
    at: now,
    from: status,
    to,
    note: input.note,
    data: { sanctionId: id },
  });
}
