import type { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { levelNames } from './labels';
import type { LockedLevel } from './lock-cycle';
import { recordRevision } from './record-revision';
import type { retireRuleInput } from './schema';

type Input = z.output<typeof retireRuleInput>;

/** Takes a rule out of force; its versions stay for good. */
export async function retireRule(step: Step<Transaction, LockedLevel, Input>): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const rule = await tx.eligibilityRule.findFirst({
    where: { cycleLevelId: subject.id, code: input.code, isActive: true },
  });
  if (!rule) throw new NotFoundError('rule');
  const label = `${levelNames[subject.level]}条款 ${rule.code}`;
  await recordRevision({
    tx,
    actor,
    cycle: subject.cycle,
    name: 'rule_retired',
    reason: input.reason,
    changes: [{ field: `${subject.level}.${rule.code}`, label, before: rule.words, after: '停用' }],
    now,
  });
  await tx.eligibilityRule.update({ where: { id: rule.id }, data: { isActive: false } });
}
