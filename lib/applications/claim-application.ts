import type { Transaction } from '@/lib/db/transaction';
import { recordEvent } from '@/lib/audit/record-event';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { LoadedApplication } from './lock-application';
import { moveApplication } from './move-application';

interface Claim {
  tx: Transaction;
  actor: Actor;
  subject: LoadedApplication;
  now: Date;
}

/** Takes a waiting application for review; one that a colleague works on is taken over, and the audit says so. */
export async function claimApplication({ tx, actor, subject, now }: Claim): Promise<void> {
  if (!actor.personId) throw new DomainError('NO_PERSON', '系统不能领取申报。');
  await giveTo(actor.personId, { tx, actor, subject, now });
}

export async function releaseClaim({ tx, actor, subject, now }: Claim): Promise<void> {
  await moveApplication({
    tx,
    actor,
    application: subject,
    move: 'release_claim',
    now,
    set: { claimedById: null, claimedAt: null },
  });
}

/** Hands applications to a colleague of the same association. */
export async function assignApplications({
  tx,
  actor,
  subject,
  now,
  input,
}: Omit<Claim, 'subject'> & { subject: LoadedApplication[]; input: { assigneeId: string } }): Promise<number> {
  for (const application of subject) {
    await insistOnReviewer(tx, { assigneeId: input.assigneeId, application });
    await giveTo(input.assigneeId, { tx, actor, subject: application, now });
  }
  return subject.length;
}

async function giveTo(personId: string, { tx, actor, subject, now }: Claim): Promise<void> {
  const set = { claimedById: personId, claimedAt: now };
  if (subject.status === 'COMPLETE') {
    await moveApplication({
      tx,
      actor,
      application: subject,
      move: 'claim',
      now,
      set,
      data: { claimedById: personId },
    });
    return;
  }
  if (subject.claimedById === personId) return;
  await tx.application.update({ where: { id: subject.id }, data: set });
  await recordEvent(tx, {
    stream: `application:${subject.id}`,
    name: 'claim_handed_over',
    actor,
    at: now,
    data: { from: subject.claimedById, to: personId },
  });
}

async function insistOnReviewer(
  tx: Transaction,
  { assigneeId, application }: { assigneeId: string; application: LoadedApplication },
): Promise<void> {
  const grants = await tx.roleGrant.count({
    where: {
      personId: assigneeId,
      associationId: application.cycleLevel.deciderId,
      role: { in: ['REVIEWER', 'NATIONAL_STAFF'] },
      revokedAt: null,
      approvedAt: { not: null },
      person: { disabledAt: null },
    },
  });
  if (grants === 0) throw new DomainError('NOT_A_REVIEWER', '这位人员不是本协会的审核人员，请另选。');
  if (assigneeId === application.personId) {
    throw new DomainError('OWN_APPLICATION', `申报 ${application.number} 是这位人员本人的，不能由本人审查。`);
  }
}
