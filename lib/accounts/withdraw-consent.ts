import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { endSessions } from './end-sessions';
import type { LockedPerson } from './lock-person';

/** As easy as giving it. Ends every session; the next sign-in asks again. */
export async function withdrawConsent(step: Step<Transaction, LockedPerson, { document: string }>): Promise<void> {
  const { tx, actor, subject: person, input, now } = step;
  const { count } = await tx.consentRecord.updateMany({
    where: { personId: person.id, document: input.document, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  if (count === 0) throw new DomainError('WITHDRAWN', '这项同意已经撤回。');
  await recordEvent(tx, {
    stream: `person:${person.id}`,
    name: 'consent_withdrawn',
    actor,
    at: now,
    data: { document: input.document },
  });
  await endSessions({ tx, personId: person.id, now });
}
