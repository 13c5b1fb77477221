import type { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { hasPassed } from '@/lib/kernel/dates';
import type { Step } from '@/lib/kernel/step';
import type { LockedCycle } from './lock-cycle';
import { recordRevision } from './record-revision';
import { type publishCycleInput, storedContacts } from './schema';

type Input = z.output<typeof publishCycleInput>;

/** Shows a cycle to everybody; what applicants rely on must be there first. */
export async function publishCycle(step: Step<Transaction, LockedCycle, Input>): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const missing = missingFor(subject, now);
  if (missing.length > 0) {
    throw new DomainError('CYCLE_INCOMPLETE', `发布之前请先补齐：${missing.join('、')}。`);
  }
  await recordRevision({
    tx,
    actor,
    cycle: subject,
    name: 'cycle_published',
    reason: input.reason,
    changes: [{ field: 'status', label: '发布状态', before: '草稿', after: '已发布' }],
    set: { status: 'PUBLISHED' },
    now,
  });
}

function missingFor(cycle: LockedCycle, now: Date): string[] {
  return [
    hasPassed(now, cycle.applyClosesAt) ? '今后的申报时间（现在填写的已经截止）' : '',
    storedContacts.parse(cycle.contacts).length > 0 ? '' : '联系方式',
    cycle.agentStatement ? '' : '关于代办的声明',
    cycle.unitAttestation ? '' : '单位证实意见',
    cycle.declaration.length > 0 ? '' : '本人承诺',
    cycle.levels.some(({ isOpen }) => isOpen) ? '' : '至少一个开放申报的级别（需先填写费用）',
  ].filter(Boolean);
}
