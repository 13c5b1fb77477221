import type { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import { refundRuleNames } from './labels';
import type { LockedCycle } from './lock-cycle';
import { changedMeanwhile, recordRevision } from './record-revision';
import { type Change, type RefundPolicy, type setRefundPolicyInput, storedRefundPolicy } from './schema';

type Input = z.output<typeof setRefundPolicyInput>;

/** Sets what is given back, and from which amount on a second person looks; refunds that exist stay as they are. */
export async function setRefundPolicy(step: Step<Transaction, LockedCycle, Input>): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  if (input.revision !== subject.revision) throw changedMeanwhile();
  const { rejected, withdrawn, text, secondEyesAbove } = input;
  const before = wordsOf(storedRefundPolicy.parse(subject.refundPolicy), subject.secondEyesAboveFen);
  const after = wordsOf({ rejected, withdrawn, text }, secondEyesAbove);
  await recordRevision({
    tx,
    actor,
    cycle: subject,
    name: 'refund_policy_set',
    reason: input.reason,
    changes: changesBetween(before, after),
    set: { refundPolicy: { rejected, withdrawn, text }, secondEyesAboveFen: secondEyesAbove },
    now,
  });
}

const labels = {
  rejected: '资格审查未通过的退费',
  withdrawn: '撤回申报的退费',
  text: '退费说明',
  secondEyes: '退款复核',
} as const;

type Words = Record<keyof typeof labels, string>;

const wordsOf = ({ rejected, withdrawn, text }: RefundPolicy, limit: number | null): Words => ({
  rejected: refundRuleNames[rejected],
  withdrawn: refundRuleNames[withdrawn],
  text,
  secondEyes: limit === null ? '每笔都要第二人复核' : `超过 ${yuan(limit)} 的要第二人复核`,
});

const changesBetween = (before: Words, after: Words): Change[] =>
  (Object.keys(labels) as (keyof Words)[]).flatMap((field) =>
    before[field] === after[field]
      ? []
      : [{ field: `refund.${field}`, label: labels[field], before: before[field], after: after[field] }],
  );
