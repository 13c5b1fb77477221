import { db } from '@/lib/db/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { insistOn } from '../insist-on';
import { lockApplication } from '../lock-application';
import { submitStampedForm } from '../submit-stamped-form';

interface HandingIn {
  attestationId: string;
  /** When this worker does it; what was attested counts from the moment in which it was. */
  now: Date;
}

/** Hands in what was attested, each application in a transaction of its own: one that is refused stops no other. */
export async function handInBatch({ attestationId, now }: HandingIn): Promise<void> {
  const attestation = await db.batchAttestation.findUnique({
    where: { id: attestationId },
    include: { batch: true, rows: { where: { outcome: 'WAITING' }, orderBy: { applicationId: 'asc' } } },
  });
  if (!attestation) return;
  const actor: Actor = {
    personId: attestation.attestedById,
    name: attestation.attestedByName,
    role: 'UNIT_ADMIN',
    associationId: null,
    unitId: attestation.batch.unitId,
    sessionId: null,
  };
  const { attestedAt } = attestation;
  const isOverdue = now.getTime() - attestedAt.getTime() > patienceMs;
  const failures: unknown[] = [];
  for (const row of attestation.rows) {
    const wish = {
      ...row,
      actor,
      hintsSeen: attestation.hintsSeen ? ('yes' as const) : undefined,
      attestedAt,
      settledAt: now,
    };
    try {
      await inTransaction((tx) => handIn(tx, wish));
    } catch (error) {
      const sentence = sentenceOf(error);
      if (sentence === null) failures.push(error);
      if (sentence !== null || isOverdue) await refuse(wish, sentence ?? gaveUp, now);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of batch attestation ${attestationId} not handed in`);
}

/** For how long it is tried again, before the unit is told to attest anew. */
const patienceMs = 60 * 60_000;
const gaveUp = '系统多次尝试仍没有提交成功，扫描件都还在。请重新确认这一份；仍不成功请联系协会。';

interface Wish {
  attestationId: string;
  applicationId: string;
  formVersion: number;
  seen: string;
  actor: Actor;
  hintsSeen?: 'yes';
  attestedAt: Date;
  settledAt: Date;
}

/** Application first, as everywhere; then its row, so that no second worker hands it in again. */
async function handIn(tx: Transaction, wish: Wish): Promise<void> {
  const { applicationId, attestationId, formVersion, seen, actor, hintsSeen, attestedAt, settledAt } = wish;
  const application = await lockApplication(tx, applicationId);
  const { count } = await tx.batchAttestationRow.updateMany({
    where: { attestationId, applicationId, outcome: 'WAITING' },
    data: { outcome: 'DONE', settledAt },
  });
  if (count === 0) return;
  insistOn({ actor, ability: 'submit_stamped_form', application, now: attestedAt });
  if (application.formVersion !== formVersion) {
    throw new DomainError('CHANGED', '申报书在确认之前又修改过，请打印新的一版，签字盖章后重新扫描。');
  }
  await submitStampedForm({ tx, actor, subject: application, input: { hintsSeen, seen }, now: attestedAt });
}

async function refuse({ attestationId, applicationId }: Wish, refusal: string, settledAt: Date): Promise<void> {
  await db.batchAttestationRow.updateMany({
    where: { attestationId, applicationId, outcome: 'WAITING' },
    data: { outcome: 'REFUSED', refusal, settledAt },
  });
}

/** Null for what is no refusal: the queue tries again, and what was done stays done. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof DomainError) return error.sentence;
  if (error instanceof NotFoundError) return '这份申报已不在本单位名下，不能由本单位提交。';
  return null;
}
