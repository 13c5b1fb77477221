import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { insistOnNoTie } from '@/lib/sanctions/ties';
import type { LoadedApplication } from '../lock-application';
import { moveApplication } from '../move-application';
import { dropRejectedRefund, proposeRejectedRefund } from '../refund-rejected';
import { resumeApplication, timeGivenBack } from './resume-application';

type FrozenStep = Step<Transaction, LoadedApplication, { reason: string }>;

/** Staff decide one by one about what a bar has stopped (Q12): this one goes on. */
export async function unfreezeApplication({ tx, actor, subject: application, input, now }: FrozenStep): Promise<void> {
  await insistOnNoTie(tx, actor, application.unit?.creditCode);
  await resumeApplication({ tx, actor, application, reason: input.reason, now });
}

/** This one ends. Where it stood stays known, so that the decision can be taken back. */
export async function rejectFrozen({ tx, actor, subject: application, input, now }: FrozenStep): Promise<void> {
  await insistOnNoTie(tx, actor, application.unit?.creditCode);
  const set = timeGivenBack(application, now);
  await moveApplication({ tx, actor, application, move: 'reject_frozen', now, note: input.reason, set });
  if (!actor.personId) throw new NotFoundError('person');
  await tx.reviewDecision.create({
    data: {
      applicationId: application.id,
      outcome: 'REJECTED',
      note: input.reason,
      formVersion: application.formVersion,
      decidedById: actor.personId,
      decidedByName: actor.name,
      decidedAt: now,
    },
  });
  await proposeRejectedRefund({ tx, application, now });
}

/** Undo is a move: it stands frozen again, and can go on from there. */
export async function freezeAgain({ tx, actor, subject: application, input, now }: FrozenStep): Promise<void> {
  await insistOnNoTie(tx, actor, application.unit?.creditCode);
  const set = timeGivenBack(application, now);
  await moveApplication({ tx, actor, application, move: 'freeze_again', now, note: input.reason, set });
  await dropRejectedRefund({ tx, application, now });
}
