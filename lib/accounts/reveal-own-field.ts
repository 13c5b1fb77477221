import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { fields } from '@/lib/secrets';
import type { LockedPerson } from './lock-person';

/** One's own number in full. Looking is written down, for the screen may be somebody else's by now. */
export async function revealOwnField(
  step: Step<Transaction, LockedPerson, { what: 'document' | 'phone' }>,
): Promise<string> {
  const { tx, actor, subject: person, input, now } = step;
  await recordEvent(tx, {
    stream: `person:${person.id}`,
    name: 'identity_revealed',
    actor,
    at: now,
    data: { what: input.what },
  });
  return fields().open(input.what === 'document' ? person.documentCipher : person.phoneCipher);
}
