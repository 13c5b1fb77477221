import type { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { levelNames } from './labels';
import type { LockedLevel } from './lock-cycle';
import { recordRevision } from './record-revision';
import type { amendConditionsInput } from './schema';

type Input = z.output<typeof amendConditionsInput>;

/** Changes the text that stands above a level's rules. */
export async function amendConditions(step: Step<Transaction, LockedLevel, Input>): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const change = {
    field: `${subject.level}.conditionsText`,
    label: `${levelNames[subject.level]}报名条件说明`,
    before: subject.conditionsText,
    after: input.conditionsText,
  };
  await recordRevision({
    tx,
    actor,
    cycle: subject.cycle,
    name: 'level_conditions_amended',
    reason: input.reason,
    changes: change.before === change.after ? [] : [change],
    now,
  });
  await tx.cycleLevel.update({ where: { id: subject.id }, data: { conditionsText: input.conditionsText } });
}
