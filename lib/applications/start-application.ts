import { judgeStart } from '@/lib/catalogue/window';
import { recordEvent } from '@/lib/audit/record-event';
import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Facts } from '@/lib/catalogue/facts';
import type { Actor } from '@/lib/kernel/actor';
import { beijingDay, plainDate } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { type Judgement, notYet } from '@/lib/kernel/judgement';
import type { Step } from '@/lib/kernel/step';
import { applicationNumber } from './application-number';
import { insistOnFreeStart, type StartWish } from './barred-start';
import { itemTitle } from './item-title';
import { insistOnRules, judgeRules } from './judge-rules';
import { heldCertificates } from './load-material';

const levelParts = { cycle: { include: { association: true } } } as const satisfies Prisma.CycleLevelInclude;
export type StartableLevel = Prisma.CycleLevelGetPayload<{ include: typeof levelParts }>;

export type Started = { outcome: 'started' | 'already'; applicationId: string };

const tries = 20;

export async function findStartableLevel(tx: Transaction, cycleLevelId: string): Promise<StartableLevel> {
  const level = await tx.cycleLevel.findUnique({ where: { id: cycleLevelId }, include: levelParts });
  if (!level || level.cycle.status === 'DRAFT') throw new NotFoundError('level');
  return level;
}

export function judgeStartBy(actor: Actor, level: StartableLevel, now: Date): Judgement {
  if (actor.role !== 'APPLICANT') return notYet('您现在不是以申请人身份登录，请先切换为申请人，再来申报。');
  return judgeStart(level, now);
}

/** One person, one application a cycle: whoever starts a second one is led to the first (R10). */
export async function startApplication({
  tx,
  actor,
  subject: level,
  input: wish,
  now,
}: Step<Transaction, StartableLevel, StartWish>): Promise<Started> {
  const { personId } = actor;
  if (!personId) throw new NotFoundError('person');
  const known = await findLiveApplication(tx, { personId, cycleId: level.cycleId });
  if (known) return { outcome: 'already', applicationId: known.id };

  const declared = await insistOnFreeStart(tx, { personId, wish, now });
  const facts = await factsOfPerson(tx, personId, now);
  insistOnRules(await judgeRules({ tx, cycleLevelId: level.id, facts, today: beijingDay(now) }));
  const created = await insertApplication(tx, { personId, level, now });
  if (!created) {
    const other = await findLiveApplication(tx, { personId, cycleId: level.cycleId });
    if (!other) throw new Error('no free application number');
    return { outcome: 'already', applicationId: other.id };
  }
  await recordEvent(tx, {
    stream: `application:${created.id}`,
    name: 'started',
    actor,
    at: now,
    to: 'DRAFT',
    note: itemTitle({ level: level.level, cycle: level.cycle }),
    data: { number: created.number, level: level.level, ...declared },
    isPublic: true,
  });
  return { outcome: 'started', applicationId: created.id };
}

/** Known of anybody who is signed in, before a single question. */
export async function factsOfPerson(tx: Transaction, personId: string, now: Date): Promise<Facts> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, include: { certificates: true } });
  const certificates = await heldCertificates(tx, person.certificates, now);
  return {
    birthday: person.birthday ? plainDate(person.birthday) : undefined,
    certificates: certificates.map(({ level, associationId, isValid }) => ({ level, associationId, isValid })),
    hasOtherApplication: false,
  };
}

export function findLiveApplication(
  tx: Transaction,
  { personId, cycleId }: { personId: string; cycleId: string },
): Promise<{ id: string } | null> {
  return tx.application.findFirst({ where: { personId, cycleId, releasedAt: null }, select: { id: true } });
}

interface NewApplication {
  personId: string;
  level: StartableLevel;
  now: Date;
}

/** Nothing is inserted where another tab, account or process was first; the transaction stays usable. */
async function insertApplication(tx: Transaction, { personId, level, now }: NewApplication) {
  for (let attempt = 0; attempt < tries; attempt++) {
    const number = applicationNumber(level.cycle.association.provinceCode, level.cycle.cycleYear);
    const { count } = await tx.application.createMany({
      skipDuplicates: true,
      data: {
        number,
        personId,
        cycleId: level.cycleId,
        cycleLevelId: level.id,
        level: level.level,
        statusSince: now,
        createdAt: now,
        updatedAt: now,
      },
    });
    if (count === 1) return tx.application.findUniqueOrThrow({ where: { number }, select: { id: true, number: true } });
    if (await findLiveApplication(tx, { personId, cycleId: level.cycleId })) return null;
  }
  return null;
}
