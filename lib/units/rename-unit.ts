import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { sendMessage } from '@/lib/messages/send-message';
import type { LockedUnit } from './lock-unit';
import type { RenameUnitInput } from './schema';
import { unitNotices } from './unit-notices';

/** A unit that has a new name keeps its code, its people and its sanctions; what it was called can still be found. */
export async function renameUnit({ tx, actor, subject: unit, input, now }: Step<Transaction, LockedUnit, RenameUnitInput>): Promise<void> {
  if (input.name === unit.name) throw new DomainError('SAME_NAME', '新名称与现在的名称相同。', { name: ['新名称与现在的名称相同。'] });
  const formerNames = [...new Set([...unit.formerNames, unit.name])].filter((name) => name !== input.name);
  await tx.unit.update({ where: { id: unit.id }, data: { name: input.name, formerNames } });
  await recordEvent(tx, {
    stream: `unit:${unit.id}`,
    name: 'unit_renamed',
    actor,
    at: now,
    from: unit.name,
    to: input.name,
    note: input.note,
  });
  const administrators = await tx.roleGrant.findMany({
    where: { unitId: unit.id, role: 'UNIT_ADMIN', approvedAt: { not: null }, revokedAt: null },
    select: { personId: true },
    distinct: ['personId'],
  });
  const { subject, text } = unitNotices.unit_renamed;
  for (const { personId } of administrators) {
    const words = text({ unit: unit.name, note: input.name });
    await sendMessage({ tx, personId, template: 'unit.unit_renamed', subject, text: words, channels: ['SITE'], now });
  }
}
