import type { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import type { LockedCycle } from './lock-cycle';
import { changedMeanwhile, recordRevision } from './record-revision';
import type { Change, setUnitOrderTermsInput } from './schema';

type Input = z.output<typeof setUnitOrderTermsInput>;

/** How units pay in this cycle; orders that exist keep their end. */
export async function setUnitOrderTerms({ tx, actor, subject, input, now }: Step<Transaction, LockedCycle, Input>): Promise<void> {
  if (input.revision !== subject.revision) throw changedMeanwhile();
  const terms = { unitOrderDays: input.days, unitOrderGraceDays: input.graceDays, unitOrderMost: input.most };
  await recordRevision({
    tx,
    actor,
    cycle: subject,
    name: 'unit_order_terms_set',
    reason: input.reason,
    changes: changesBetween(subject, terms),
    set: terms,
    now,
  });
}

const labels = {
  unitOrderDays: '单位订单有效天数',
  unitOrderGraceDays: '单位订单提前截止天数',
  unitOrderMost: '单位订单最多人数',
} as const;

type Terms = Record<keyof typeof labels, number>;

const changesBetween = (before: Terms, after: Terms): Change[] =>
  (Object.keys(labels) as (keyof Terms)[]).flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, label: labels[field], before: String(before[field]), after: String(after[field]) }],
  );
