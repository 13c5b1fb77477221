import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import type { LockedPerson } from './lock-person';

/** Where mail goes; empty means no mail. */
export async function changeEmail({
  tx,
  actor,
  subject: person,
  input,
  now,
}: Step<Transaction, LockedPerson, { email: string }>): Promise<void> {
  await tx.person.update({ where: { id: person.id }, data: { email: input.email || null } });
  await recordEvent(tx, { stream: `person:${person.id}`, name: 'email_changed', actor, at: now });
}
