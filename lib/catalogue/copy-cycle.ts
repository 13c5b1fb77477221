import type { z } from 'zod';
import { recordEvent } from '@/lib/audit/record-event';
import type { CycleLevel, EligibilityRule, Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { LockedCycle } from './lock-cycle';
import type { copyCycleInput } from './schema';

type Input = z.output<typeof copyCycleInput>;

/** Starts the draft of another year from a cycle that exists: texts and rules are taken over, times move on, fees go. */
export async function copyCycle(step: Step<Transaction, LockedCycle, Input>): Promise<{ cycleId: string }> {
  const { tx, actor, subject, input, now } = step;
  const slug = `${subject.associationId}-${input.cycleYear}`;
  if (await tx.cycle.findUnique({ where: { slug } })) {
    throw new DomainError('CYCLE_EXISTS', `${input.cycleYear} 年度已经建立，请直接修改。`, {
      cycleYear: ['这个年度已经建立。'],
    });
  }
  const levels = await tx.cycleLevel.findMany({
    where: { cycleId: subject.id },
    include: { rules: { where: { isActive: true } } },
  });
  const created = await tx.cycle.create({
    data: {
      ...columnsOf(subject),
      ...windowsOf(subject, input.cycleYear - subject.cycleYear),
      slug,
      cycleYear: input.cycleYear,
      name: input.name,
      createdAt: now,
      levels: { create: levels.map((level) => levelOf(level, actor.personId, now)) },
    },
  });
  await recordEvent(tx, {
    stream: `cycle:${created.id}`,
    name: 'cycle_copied',
    actor,
    at: now,
    data: { from: subject.id, cycleYear: input.cycleYear },
  });
  return { cycleId: created.id };
}

function columnsOf(cycle: LockedCycle) {
  const { associationId, revisionWorkingDays, agentStatement, unitAttestation, declaration, contacts, texts } = cycle;
  const { refundPolicy, secondEyesAboveFen, transferEyesAboveFen } = cycle;
  const { unitOrderDays, unitOrderGraceDays, unitOrderMost } = cycle;
  return {
    ...{ associationId, revisionWorkingDays, agentStatement, unitAttestation, declaration },
    ...{ secondEyesAboveFen, transferEyesAboveFen },
    ...{ unitOrderDays, unitOrderGraceDays, unitOrderMost },
    refundPolicy: refundPolicy as Prisma.InputJsonValue,
    contacts: contacts as Prisma.InputJsonValue,
    texts: texts as Prisma.InputJsonValue,
  };
}

/** The same days of the year, as a proposal. */
function windowsOf(cycle: LockedCycle, years: number) {
  const later = (at: Date) => new Date(new Date(at).setUTCFullYear(at.getUTCFullYear() + years));
  return {
    applyOpensAt: later(cycle.applyOpensAt),
    applyClosesAt: later(cycle.applyClosesAt),
    materialsCloseAt: later(cycle.materialsCloseAt),
    paymentClosesAt: later(cycle.paymentClosesAt),
  };
}

function levelOf(level: CycleLevel & { rules: EligibilityRule[] }, createdById: string | null, createdAt: Date) {
  const { deciderId, conditionsText } = level;
  const rules = level.rules.map(({ code, title, words, source, isHard, expression, position }) => ({
    ...{ code, title, words, source, isHard, position, createdById, createdAt },
    expression: expression as Prisma.InputJsonValue,
  }));
  return { level: level.level, deciderId, conditionsText, rules: { create: rules } };
}
