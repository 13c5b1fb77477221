import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { endSessions } from './end-sessions';
import type { LockedPerson } from './lock-person';

/** Stops an account, at once and everywhere, or lets it be used again. */
export async function setDisabled(
  step: Step<Transaction, LockedPerson, { disabled: 'yes' | 'no'; note: string }>,
): Promise<void> {
  const { tx, actor, subject: person, input, now } = step;
  if (person.closedAt) throw new DomainError('CLOSED', '这个账号已经注销，不能恢复。');
  const isDisabling = input.disabled === 'yes';
  if (isDisabling === (person.disabledAt !== null)) throw new DomainError('SAME', '账号已经是这个状态，请刷新页面。');
  await tx.person.update({ where: { id: person.id }, data: { disabledAt: isDisabling ? now : null } });
  if (isDisabling) await endSessions({ tx, personId: person.id, now });
  const name = isDisabling ? 'account_disabled' : 'account_enabled';
  await recordEvent(tx, { stream: `person:${person.id}`, name, actor, at: now, note: input.note });
}
