import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { visibleTo } from '../policy';
import { chosenSheets, hintsOf } from '../scan-hints';
import { stampedScans } from '../stamped-scans';
import type { LockedBatch } from './lock-batch';
import type { AttestBatchInput } from './schema';

type Attesting = Step<Transaction, LockedBatch, AttestBatchInput>;

/** The unit's statement, given once for a list; the worker hands in each application by itself and says what became of it. */
export async function attestBatch(step: Attesting): Promise<{ forms: number }> {
  const { tx, actor, subject: batch, input, now } = step;
  if (!actor.personId) throw new NotFoundError('person');
  const wanted = await notUnderWay(step);
  await insistOnOwnPeople(step, wanted);
  await insistOnHintsSeen(step, wanted);
  const attestation = await tx.batchAttestation.create({
    data: {
      batchId: batch.id,
      attestedById: actor.personId,
      attestedByName: actor.name,
      attestedAt: now,
      hintsSeen: input.hintsSeen === 'yes',
      rows: { create: wanted },
    },
  });
  await enqueue(tx, 'batches.hand-in', { attestationId: attestation.id }, { now });
  await recordEvent(tx, {
    stream: `unit:${batch.unitId}`,
    name: 'batch_attested',
    actor,
    at: now,
    data: { batchId: batch.id, attestationId: attestation.id, applications: wanted.map((one) => ({ ...one })) },
  });
  return { forms: wanted.length };
}

type Wanted = AttestBatchInput['application'];

/** A second click, or a second tab, attests nothing twice. */
async function notUnderWay({ tx, input }: Attesting): Promise<Wanted> {
  const rows = await tx.batchAttestationRow.findMany({
    where: { applicationId: { in: idsOf(input.application) }, outcome: 'WAITING' },
    select: { applicationId: true },
  });
  const underWay = new Set(rows.map(({ applicationId }) => applicationId));
  const once = new Map(input.application.map((one) => [one.applicationId, one]));
  const wanted = [...once.values()].filter(({ applicationId }) => !underWay.has(applicationId));
  if (wanted.length === 0) throw new DomainError('UNDER_WAY', '所选的申报已经确认，正在提交，请稍候查看结果。');
  return wanted;
}

/** Never another unit's, never his own. */
async function insistOnOwnPeople({ tx, actor }: Attesting, wanted: Wanted): Promise<void> {
  const visible = visibleTo(actor);
  if (!visible) throw new NotFoundError('unit');
  const count = await tx.application.count({ where: { AND: [visible, { id: { in: idsOf(wanted) } }] } });
  if (count !== wanted.length) throw new NotFoundError('application');
}

async function insistOnHintsSeen({ tx, input }: Attesting, wanted: Wanted): Promise<void> {
  if (input.hintsSeen) return;
  const scans = await stampedScans(tx, idsOf(wanted));
  const hints = [...scans.values()].flatMap(({ assembly }) => hintsOf(chosenSheets(assembly)));
  if (hints.length === 0) return;
  const sentence = '所选的申报中，有的页有提示：请逐一看过，再勾选“我已看过各页的提示，仍要提交”。';
  throw new DomainError('HINTS_UNSEEN', sentence, { hintsSeen: [sentence] });
}

const idsOf = (wanted: Wanted): string[] => wanted.map(({ applicationId }) => applicationId);
