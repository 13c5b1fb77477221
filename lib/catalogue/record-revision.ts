import { recordEvent } from '@/lib/audit/record-event';
import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Change } from './schema';

interface RevisionRequest {
  tx: Transaction;
  actor: Actor;
  cycle: { id: string; revision: number };
  /** Name of the event in the audit. */
  name: string;
  reason: string;
  changes: readonly Change[];
  /** Columns of the cycle itself that change. */
  set?: Prisma.CycleUpdateManyMutationInput;
  now: Date;
}

/** The only way to change a cycle: counted, kept in its history with before, after and reason, and told in the audit. */
export async function recordRevision(request: RevisionRequest): Promise<number> {
  const { tx, actor, cycle, name, reason, changes, set, now } = request;
  if (changes.length === 0) throw new DomainError('NOTHING_CHANGED', '没有任何改动，无需保存。');
  const revision = cycle.revision + 1;
  const { count } = await tx.cycle.updateMany({
    where: { id: cycle.id, revision: cycle.revision },
    data: { ...set, revision },
  });
  if (count !== 1) throw changedMeanwhile();
  await tx.cycleRevision.create({
    data: {
      cycleId: cycle.id,
      revision,
      at: now,
      byId: actor.personId,
      byName: actor.name,
      reason,
      changes: [...changes],
    },
  });
  await recordEvent(tx, {
    stream: `cycle:${cycle.id}`,
    name,
    actor,
    at: now,
    note: reason,
    data: { revision, changes: [...changes] },
  });
  return revision;
}

export const changedMeanwhile = (): DomainError =>
  new DomainError('CHANGED_MEANWHILE', '其他人刚刚修改了这个年度，请刷新页面，核对后再保存。');
