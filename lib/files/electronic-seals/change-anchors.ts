import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { AddAnchorInput } from './anchor-input';
import { readAnchor } from './read-anchor';
import type { LockedAnchor } from './trust-anchors';

/** Entered, and not trusted before somebody else agrees. */
export async function addAnchor({ tx, actor, input, now }: Step<Transaction, null, AddAnchorInput>): Promise<string> {
  const facts = readAnchor(input.certificate);
  if (facts.validTo <= now) throw refused('这个证书已经过期，不能登记。');
  const known = await tx.trustAnchor.findFirst({ where: { sha256: facts.sha256, retiredAt: null } });
  if (known) throw refused(`这个证书已经登记过（${known.name}），不必重复登记。`);
  const { name, reason } = input;
  const { id } = await tx.trustAnchor.create({ data: { ...facts, name, reason, addedById: actor.personId, addedAt: now } });
  const data = { sha256: facts.sha256, subject: facts.subject };
  await recordEvent(tx, { stream: `anchor:${id}`, name: 'trust_anchor_added', actor, at: now, note: reason, data });
  return id;
}

const refused = (sentence: string) => new DomainError('BAD_CERTIFICATE', sentence, { certificate: [sentence] });

/** From now on, also for what was uploaded before. */
export async function approveAnchor({ tx, actor, subject, now }: Step<Transaction, LockedAnchor, unknown>): Promise<void> {
  await tx.trustAnchor.update({ where: { id: subject.id }, data: { approvedById: actor.personId, approvedAt: now } });
  const data = { sha256: subject.sha256 };
  await recordEvent(tx, { stream: `anchor:${subject.id}`, name: 'trust_anchor_approved', actor, at: now, data });
  await enqueue(tx, 'files.recheck-signatures', { anchorId: subject.id }, { now });
}

/** What leads to it is looked at again. */
export async function retireAnchor({
  tx,
  actor,
  subject,
  input: { reason },
  now,
}: Step<Transaction, LockedAnchor, { reason: string }>): Promise<void> {
  await tx.trustAnchor.update({
    where: { id: subject.id },
    data: { retiredById: actor.personId, retiredAt: now, retirementReason: reason },
  });
  const data = { sha256: subject.sha256 };
  await recordEvent(tx, { stream: `anchor:${subject.id}`, name: 'trust_anchor_retired', actor, at: now, note: reason, data });
  if (subject.approvedAt) await enqueue(tx, 'files.recheck-signatures', { anchorId: subject.id }, { now });
}
