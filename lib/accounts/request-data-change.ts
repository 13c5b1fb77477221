import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { fields } from '@/lib/secrets';
import { dataRequestNames } from './labels';
import type { LockedPerson } from './lock-person';
import type { DataRequestInput } from './schema';

/** Asks staff for what a person cannot change himself: his name, his document, the end of his account. */
export async function requestDataChange(step: Step<Transaction, LockedPerson, DataRequestInput>): Promise<void> {
  const { tx, actor, subject: person, input, now } = step;
  const { kind, reason, proposed } = input;
  if (person.persona) throw new DomainError('PERSONA', '演示身份的信息不能更正，也不能注销。');
  const open = await tx.dataRequest.findFirst({ where: { personId: person.id, kind, status: 'OPEN' } });
  if (open) throw new DomainError('OPEN', `您的“${dataRequestNames[kind]}”申请正在办理，不需要重复提交。`);
  const request = await tx.dataRequest.create({
    data: {
      personId: person.id,
      kind,
      reason,
      proposedCipher: proposed ? fields().seal(proposed) : '',
      createdAt: now,
    },
  });
  await recordEvent(tx, {
    stream: `person:${person.id}`,
    name: 'data_request_made',
    actor,
    at: now,
    note: reason,
    data: { requestId: request.id, kind },
  });
}
