import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { fields } from '@/lib/secrets';
import type { LoadedApplication } from './lock-application';

/** The full number in clear; every look is written down with who looked (居民身份证法 13). */
export async function revealIdentity({
  tx,
  actor,
  subject,
  input,
  now,
}: Step<Transaction, LoadedApplication, { what: 'document' | 'phone' }>): Promise<string> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: subject.personId } });
  await recordEvent(tx, {
    stream: `application:${subject.id}`,
    name: 'identity_revealed',
    actor,
    at: now,
    data: { what: input.what },
  });
  return fields().open(input.what === 'document' ? person.documentCipher : person.phoneCipher);
}
