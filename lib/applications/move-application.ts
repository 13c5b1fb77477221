import { recordEvent } from '@/lib/audit/record-event';
import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { announceMove } from './announce-move';
import type { Status } from './lifecycle';
import type { LoadedApplication } from './lock-application';
import { insistOnUnit } from './insist-on-unit';
import { type MoveName, moveFacts, targetOf } from './moves';
import { judge } from './policy';

export interface MoveRequest {
  tx: Transaction;
  actor: Actor;
  application: LoadedApplication;
  move: MoveName;
  now: Date;
  /** Reason or remark; public notes are read by the applicant. */
  note?: string;
  data?: Prisma.InputJsonObject;
  /** Columns that change together with the status. */
  set?: Prisma.ApplicationUncheckedUpdateManyInput;
}

/** The only writer of status and history: judged, conditional on the status that was read, told in one event. */
export async function moveApplication(request: MoveRequest): Promise<LoadedApplication> {
  const { tx, actor, application, move, now, note, data, set } = request;
  const judgement = judge(actor, move, application, now);
  if (judgement.answer === 'not_yours') throw new NotFoundError('application');
  if (judgement.answer === 'not_yet') throw new DomainError('MOVE_NOT_YET', judgement.because);
  if (moveFacts(move).needs.includes('reason') && !note?.trim())
    throw new DomainError('REASON_MISSING', '请填写原因。');

  if (moveFacts(move).needs.includes('unit_not_barred')) await insistOnUnit({ tx, unit: application.unit, now });

  const to = targetOf(move, application);
  const { count } = await tx.application.updateMany({
    where: { id: application.id, status: application.status },
    data: { ...thawed(application, to), ...set, status: to, statusSince: now },
  });
  if (count !== 1) throw new DomainError('MOVED_MEANWHILE', '这份申报的状态刚刚有变化，请刷新后再试。');

  await recordEvent(tx, {
    stream: `application:${application.id}`,
    name: move,
    actor,
    at: now,
    from: application.status,
    to,
    note,
    data,
    isPublic: true,
  });
  const moved = await tx.application.findUniqueOrThrow({
    where: { id: application.id },
    include: { cycle: { include: { association: true } }, cycleLevel: true, unit: true },
  });
  await announceMove({ tx, actor, application: moved, move, now, note });
  return moved;
}

/** What went on again remembers no longer where it was stopped. */
function thawed({ frozenFrom }: LoadedApplication, to: Status): Prisma.ApplicationUncheckedUpdateManyInput {
  return frozenFrom && to !== 'FROZEN' && to !== 'REJECTED' ? { frozenFrom: null, frozenById: null } : {};
}
