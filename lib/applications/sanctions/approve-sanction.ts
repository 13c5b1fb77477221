import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { beijingDay, parsePlainDate, yearsLater } from '@/lib/kernel/dates';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { barOf, dayOf, holdAlone } from '@/lib/sanctions/in-force';
import { type Bar, periodWords, sanctionYears } from '@/lib/sanctions/labels';
import type { SanctionSubject } from '@/lib/sanctions/lock-sanction';
import type { ApproveSanctionInput } from '@/lib/sanctions/schema';
import { freezable } from '../lifecycle';
import { lockApplication } from '../lock-application';
import { moveApplication } from '../move-application';
import { type SanctionEffect, sanctionEffect } from './sanction-effect';
import { tellUnit } from './tell-unit';

type Approval = Step<Transaction, SanctionSubject, ApproveSanctionInput>;

/** The second person decides: in force from today, everything under way of this unit stands still, everybody hears. */
export async function approveSanction(step: Approval): Promise<{ frozen: number }> {
  const { tx, subject: sanction, input, now } = step;
  const effect = await holdEffect(tx, sanction.creditCode);
  if (effect.digest !== input.effectDigest) {
    throw new DomainError('EFFECT_CHANGED', '受影响的申报或人员刚刚有变化，请刷新页面，重新查看名单后再批准。', {
      seen: ['名单有变化，请刷新页面重新查看。'],
    });
  }
  const bar = await putInForce(step);
  for (const { id } of effect.applications) {
    const application = await lockApplication(tx, id);
    await moveApplication({
      tx,
      actor: systemActor,
      application,
      move: 'freeze',
      now,
      note: `所在单位被取消三年内认证申报资格（决定文号：${bar.decisionNumber}）。`,
      data: { sanctionId: sanction.id, from: application.status },
      set: { frozenFrom: application.status, frozenById: sanction.id },
    });
  }
  const news = { kind: 'approved', period: periodWords(bar), decisionNumber: bar.decisionNumber } as const;
  await tellUnit({ tx, sanction, effect, now }, news);
  return { frozen: effect.applications.length };
}

/**
 * Applications first, as everybody who moves one does; then the code, which waits for those that were let through
 * meanwhile. Only then is the list final.
 */
async function holdEffect(tx: Transaction, creditCode: string): Promise<SanctionEffect> {
  await tx.$queryRaw`
    SELECT a.id FROM "Application" a JOIN "Unit" u ON u.id = a."unitId"
    WHERE u."creditCode" = ${creditCode} AND a.status::text = ANY(${['DRAFT', ...freezable]})
    ORDER BY a.id FOR UPDATE OF a`;
  await holdAlone(tx, creditCode);
  return sanctionEffect(tx, creditCode);
}

async function putInForce({ tx, actor, subject: { id, unitId, unitName }, input, now }: Approval): Promise<Bar> {
  const { personId } = actor;
  if (!personId) throw new NotFoundError('person');
  const approved = await tx.sanction.update({
    where: { id },
    data: {
      status: 'APPROVED',
      decisionNumber: input.decisionNumber,
      decisionNote: input.note,
      decidedById: personId,
      decidedByName: actor.name,
      decidedAt: now,
      startsOn: dayOf(now),
      endsOn: parsePlainDate(yearsLater(beijingDay(now), sanctionYears)),
    },
  });
  const bar = barOf(approved);
  await recordEvent(tx, {
    stream: `unit:${unitId}`,
    name: 'sanction_approved',
    actor,
    at: now,
    from: 'PROPOSED',
    to: 'APPROVED',
    note: input.note || undefined,
    data: { sanctionId: id, unitName, ...bar, effectDigest: input.effectDigest },
  });
  return bar;
}
