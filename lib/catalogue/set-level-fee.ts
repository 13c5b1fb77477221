import type { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import { levelNames } from './labels';
import type { LockedLevel } from './lock-cycle';
import { recordRevision } from './record-revision';
import type { setLevelFeeInput } from './schema';

type Input = z.output<typeof setLevelFeeInput>;

/** Sets what new orders of a level cost; orders that exist keep their own amount. */
export async function setLevelFee(step: Step<Transaction, LockedLevel, Input>): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const before = subject.feeFen === null ? '未填写' : yuan(subject.feeFen);
  const after = yuan(input.fee);
  const label = `${levelNames[subject.level]}费用`;
  await recordRevision({
    tx,
    actor,
    cycle: subject.cycle,
    name: 'level_fee_set',
    reason: input.reason,
    changes: before === after ? [] : [{ field: `${subject.level}.fee`, label, before, after }],
    now,
  });
  await tx.cycleLevel.update({ where: { id: subject.id }, data: { feeFen: input.fee } });
}
