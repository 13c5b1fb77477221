import { recordEvent } from '@/lib/audit/record-event';
import type { Unit } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { lockUnit } from '@/lib/units/lock-unit';
import { attachFiles } from './attach-files';
import { dayOf, inForce } from './in-force';
import type { ProposeSanctionInput } from './schema';
import { isTiedTo } from './ties';

export type UnitToSanction = Unit & { isTied: boolean };

export async function lockUnitToSanction(
  tx: Transaction,
  { unitId }: { unitId: string },
  actor: Actor,
): Promise<UnitToSanction> {
  const unit = await lockUnit(tx, unitId);
  return { ...unit, isTied: await isTiedTo(tx, actor, unit.creditCode) };
}

/** Written down with its evidence; it has no effect before somebody else approves it. */
export async function proposeSanction(
  step: Step<Transaction, UnitToSanction, ProposeSanctionInput>,
): Promise<{ sanctionId: string }> {
  const { tx, actor, subject: unit, input, now } = step;
  const { personId } = actor;
  if (!personId) throw new NotFoundError('person');
  await insistOnNoOther(tx, unit, now);
  const { id: sanctionId } = await tx.sanction.create({
    data: {
      unitId: unit.id,
      creditCode: unit.creditCode,
      unitName: unit.name,
      regionCode: unit.regionCode,
      finding: input.finding,
      proposedById: personId,
      proposedByName: actor.name,
      proposedAt: now,
      proposedOn: dayOf(now),
    },
  });
  await attachFiles({ tx, actor, fileIds: input.fileIds, to: { sanctionId } });
  await recordEvent(tx, {
    stream: `unit:${unit.id}`,
    name: 'sanction_proposed',
    actor,
    at: now,
    note: input.finding,
    data: { sanctionId, creditCode: unit.creditCode, files: input.fileIds },
  });
  return { sanctionId };
}

/** The unit's row is held, so that of two proposals the second one finds the first; the database says so once more. */
async function insistOnNoOther(tx: Transaction, { creditCode }: Unit, now: Date): Promise<void> {
  const open = await tx.sanction.findFirst({ where: { creditCode, OR: [{ status: 'PROPOSED' }, inForce(now)] } });
  if (!open) return;
  throw open.status === 'PROPOSED'
    ? new DomainError('PROPOSED', '这个单位已有一项等待审批的处理，请先处理完，再提出新的。')
    : new DomainError('IN_FORCE', '这个单位的申报资格已被取消，还没有期满，不能重复处理。');
}
