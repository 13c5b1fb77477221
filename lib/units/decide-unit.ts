import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { sendMessage } from '@/lib/messages/send-message';
import type { LockedUnit } from './lock-unit';
import { unitNotices } from './unit-notices';

type Decision = Step<Transaction, LockedUnit, { note: string }>;

/** The association has verified that the unit exists under this code and lies in its province. */
export async function approveUnit(step: Decision): Promise<void> {
  if (step.subject.status === 'APPROVED') throw new DomainError('DECIDED', '这个单位已经核实，请刷新页面。');
  await decide(step, 'APPROVED');
}

/** Not verified: the code cannot be chosen. A mistake is undone by approving later. */
export async function rejectUnit(step: Decision): Promise<void> {
  const { tx, subject } = step;
  if (subject.status === 'REJECTED') throw new DomainError('DECIDED', '这个单位已经处理，请刷新页面。');
  const used = await tx.application.count({
    where: { unitId: subject.id, status: { notIn: ['DRAFT', 'DISCARDED', 'WITHDRAWN'] } },
  });
  if (used > 0)
    throw new DomainError('IN_USE', `已有 ${used} 份提交的申报使用这个单位，不能改为未通过。请先处理这些申报。`);
  await decide(step, 'REJECTED');
}

async function decide(
  { tx, actor, subject: unit, input, now }: Decision,
  status: 'APPROVED' | 'REJECTED',
): Promise<void> {
  await tx.unit.update({
    where: { id: unit.id },
    data: { status, decidedAt: now, decidedById: actor.personId, decisionNote: input.note },
  });
  const name = status === 'APPROVED' ? 'unit_approved' : 'unit_rejected';
  await recordEvent(tx, {
    stream: `unit:${unit.id}`,
    name,
    actor,
    at: now,
    from: unit.status,
    to: status,
    note: input.note,
  });
  if (!unit.addedById) return;
  const { subject, text } = unitNotices[name];
  await sendMessage({
    tx,
    personId: unit.addedById,
    template: `unit.${name}`,
    subject,
    text: text({ unit: unit.name, note: input.note }),
    channels: ['SITE'],
    now,
  });
}
