import { recordRevision } from '@/lib/catalogue/record-revision';
import { type LevelCode, levels } from '@/lib/catalogue/labels';
import type { Cycle, PrismaClient } from '@/lib/db/generated/client';
import { systemActor } from '@/lib/kernel/actor';
import { beijingDay, endOfBeijingDay, isWithin, longDateTime, startOfBeijingDay } from '@/lib/kernel/dates';
import { jiangsuRules } from './jiangsu-rules';
import { demoContacts, demoTexts, jiangsuConditions, jiangsuContacts, jiangsuStatements } from './jiangsu-texts';

const dayLength = 86_400_000;
const deciders: Record<LevelCode, string> = { PRIMARY: 'jiangsu', INTERMEDIATE: 'jiangsu', SENIOR: 'national' };

/** The 2024 cycle as in the notice: of its fees only that of 初级 is known, so the other levels cannot open. */
export async function seedCycles(db: PrismaClient, now: Date): Promise<void> {
  if (await db.cycle.findUnique({ where: { slug: 'jiangsu-2024' } })) return;
  await db.cycle.create({
    data: {
      ...jiangsuStatements,
      slug: 'jiangsu-2024',
      cycleYear: 2024,
      associationId: 'jiangsu',
      name: '2024年江苏省青少年科技辅导员专业水平认证',
      status: 'PUBLISHED',
      ...windowOf('2025-01-20', '2025-03-03'),
      writtenExamPlan: '2025 年 3-4 月，拟采用在线方式进行，具体安排另行通知。',
      defensePlan: '2025 年 3-4 月，拟采用视频问辩，具体安排另行通知。',
      contacts: jiangsuContacts,
      createdAt: now,
      levels: { create: levels.map((level) => levelOf(level, level === 'PRIMARY' ? 10_000 : null, now)) },
    },
  });
}

const demoFees: Record<LevelCode, number> = { PRIMARY: 10_000, INTERMEDIATE: 20_000, SENIOR: 30_000 };

/** A cycle to try everything in: its window lies around the present, and moves on once it has passed. */
export async function seedDemoCycle(db: PrismaClient, now: Date): Promise<void> {
  const known = await db.cycle.findUnique({ where: { slug: 'jiangsu-demo' } });
  if (known) return keepOpen(db, known, now);
  await db.cycle.create({
    data: {
      ...jiangsuStatements,
      slug: 'jiangsu-demo',
      cycleYear: Number(beijingDay(now).slice(0, 4)),
      associationId: 'jiangsu',
      name: '演示年度：江苏省青少年科技辅导员专业水平认证',
      isDemonstration: true,
      status: 'PUBLISHED',
      ...windowAround(now),
      writtenExamPlan: '拟采用在线方式进行，具体安排另行通知。',
      defensePlan: '拟采用视频问辩，具体安排另行通知。',
      contacts: demoContacts,
      texts: demoTexts,
      createdAt: now,
      levels: { create: levels.map((level) => levelOf(level, demoFees[level], now)) },
    },
  });
}

async function keepOpen(db: PrismaClient, cycle: Cycle, now: Date): Promise<void> {
  if (isWithin(now, cycle.applyOpensAt, cycle.applyClosesAt)) return;
  const staffChange = await db.cycleRevision.findFirst({ where: { cycleId: cycle.id, byId: { not: null } } });
  if (staffChange && now < cycle.applyOpensAt) return;
  const set = windowAround(now);
  const words = ({ applyOpensAt, applyClosesAt }: Pick<Cycle, 'applyOpensAt' | 'applyClosesAt'>) =>
    `${longDateTime(applyOpensAt)} 至 ${longDateTime(applyClosesAt)}`;
  await db.$transaction((tx) =>
    recordRevision({
      tx,
      actor: systemActor,
      cycle,
      name: 'cycle_amended',
      reason: '演示年度的申报时间随当前日期顺延。',
      changes: [{ field: 'applyClosesAt', label: '申报时间', before: words(cycle), after: words(set) }],
      set,
      now,
    }),
  );
}

const windowAround = (now: Date) =>
  windowOf(beijingDay(new Date(now.getTime() - 30 * dayLength)), beijingDay(new Date(now.getTime() + 60 * dayLength)));

/** The notice names one closing day for everything: application, material and payment. */
function windowOf(firstDay: string, lastDay: string) {
  const closes = endOfBeijingDay(lastDay);
  return {
    applyOpensAt: startOfBeijingDay(firstDay),
    applyClosesAt: closes,
    materialsCloseAt: closes,
    paymentClosesAt: closes,
  };
}

function levelOf(level: LevelCode, feeFen: number | null, now: Date) {
  return {
    level,
    deciderId: deciders[level],
    feeFen,
    isOpen: feeFen !== null,
    conditionsText: jiangsuConditions[level],
    rules: { create: jiangsuRules[level].map((rule, position) => ({ ...rule, position, createdAt: now })) },
  };
}
