import type { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { levelNames } from './labels';
import type { LockedLevel } from './lock-cycle';
import { recordRevision } from './record-revision';
import type { openLevelInput } from './schema';

type Input = z.output<typeof openLevelInput>;

const words = (isOpen: boolean) => (isOpen ? '开放申报' : '未开放');

/** Opens or closes a level for new applications; without a fee it cannot open, and the database agrees. */
export async function openLevel(step: Step<Transaction, LockedLevel, Input>): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const isOpen = input.open === 'yes';
  const name = levelNames[subject.level];
  if (isOpen && subject.feeFen === null) {
    throw new DomainError('FEE_MISSING', `${name}还没有填写费用，填写后才能开放申报。`, { open: ['请先填写费用。'] });
  }
  const change = {
    field: `${subject.level}.isOpen`,
    label: `${name}申报`,
    before: words(subject.isOpen),
    after: words(isOpen),
  };
  await recordRevision({
    tx,
    actor,
    cycle: subject.cycle,
    name: isOpen ? 'level_opened' : 'level_closed',
    reason: input.reason,
    changes: isOpen === subject.isOpen ? [] : [change],
    now,
  });
  await tx.cycleLevel.update({ where: { id: subject.id }, data: { isOpen } });
}
