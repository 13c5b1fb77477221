import type { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { refundEyesWords, refundRuleNames, transferEyesWords } from './labels';
import type { LockedCycle } from './lock-cycle';
import { changedMeanwhile, recordRevision } from './record-revision';
import { type Change, type RefundPolicy, type setRefundPolicyInput, storedRefundPolicy } from './schema';

type Input = z.output<typeof setRefundPolicyInput>;

/** Sets what is given back, and from which amounts on a second person looks; refunds that exist stay as they are. */
export async function setRefundPolicy(step: Step<Transaction, LockedCycle, Input>): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  if (input.revision !== subject.revision) throw changedMeanwhile();
  const { rejected, withdrawn, text, secondEyesAbove, transferEyesAbove } = input;
  const limits = { secondEyesAboveFen: secondEyesAbove, transferEyesAboveFen: transferEyesAbove };
  const before = wordsOf(storedRefundPolicy.parse(subject.refundPolicy), subject);
  const after = wordsOf({ rejected, withdrawn, text }, limits);
  await recordRevision({
    tx,
    actor,
    cycle: subject,
    name: 'refund_policy_set',
    reason: input.reason,
    changes: changesBetween(before, after),
    set: { refundPolicy: { rejected, withdrawn, text }, ...limits },
    now,
  });
}

const labels = {
  rejected: '资格审查未通过的退费',
  withdrawn: '撤回申报的退费',
  text: '退费说明',
  secondEyes: '退款复核',
  transferEyes: '转账到账复核',
} as const;

type Words = Record<keyof typeof labels, string>;

type Limits = Pick<LockedCycle, 'secondEyesAboveFen' | 'transferEyesAboveFen'>;

const wordsOf = ({ rejected, withdrawn, text }: RefundPolicy, limits: Limits): Words => ({
  rejected: refundRuleNames[rejected],
  withdrawn: refundRuleNames[withdrawn],
  text,
  secondEyes: refundEyesWords(limits.secondEyesAboveFen),
  transferEyes: transferEyesWords(limits.transferEyesAboveFen),
});

const changesBetween = (before: Words, after: Words): Change[] =>
  (Object.keys(labels) as (keyof Words)[]).flatMap((field) =>
    before[field] === after[field]
      ? []
      : [{ field: `refund.${field}`, label: labels[field], before: before[field], after: after[field] }],
  );
