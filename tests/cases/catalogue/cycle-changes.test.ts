import { beforeAll, describe, expect, test } from 'vitest';
import { amendCycle } from '@/lib/catalogue/amend-cycle';
import { lockCycle } from '@/lib/catalogue/lock-cycle';
import { officeCycle, officeCycles } from '@/lib/catalogue/office-queries';
import { judgeCycle, judgeLevel } from '@/lib/catalogue/policy';
import { publishedCycleBySlug } from '@/lib/catalogue/queries';
import { amendCycleInput } from '@/lib/catalogue/schema';
import { changeInWords, windowHistory } from '@/lib/catalogue/window-changes';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { seedAssociations } from '@/prisma/seed/associations';
import { seedCycles, seedDemoCycle } from '@/prisma/seed/cycles';
import { seedNotices } from '@/prisma/seed/notices';
import { applicant, auditor, jiangsuFinance, jiangsuStaff, nationalStaff, zhejiangStaff } from './staff';

const now = new Date('2025-02-10T02:00:00Z');
const reason = '补充通知延长截止日期。';

const cycle2024 = () => db.cycle.findUniqueOrThrow({ where: { slug: 'jiangsu-2024' }, include: { levels: true } });
const levelOf = async (name: 'INTERMEDIATE' | 'SENIOR') =>
  db.cycleLevel.findFirstOrThrow({ where: { cycle: { slug: 'jiangsu-2024' }, level: name }, include: { cycle: true } });

async function typed(change: Record<string, string | string[]> = {}) {
  const cycle = await cycle2024();
  return {
    cycleId: cycle.id,
    revision: String(cycle.revision),
    reason,
    name: cycle.name,
    applyOpensOn: '2025-01-20',
    applyOpensTime: '00:00',
    applyClosesOn: '2025-03-03',
    applyClosesTime: '23:59',
    materialsCloseOn: '2025-03-03',
    materialsCloseTime: '23:59',
    paymentClosesOn: '2025-03-03',
    paymentClosesTime: '23:59',
    revisionWorkingDays: '5',
    writtenExamPlan: cycle.writtenExamPlan,
    defensePlan: cycle.defensePlan,
    agentStatement: cycle.agentStatement,
    unitAttestation: cycle.unitAttestation,
    declaration: cycle.declaration.join('\r\n'),
    contactLabel: ['专业水平认证联系人', '申报平台技术咨询'],
    contactPhones: ['025-86670701、025-86670189', ''],
    contactEmail: ['jssciedu@163.com', ''],
    ...change,
  };
}

const amend = (form: object) => {
  const input = amendCycleInput.parse(form);
  return inTransaction(async (tx) =>
    amendCycle({ tx, actor: jiangsuStaff, subject: await lockCycle(tx, input.cycleId), input, now }),
  );
};

beforeAll(async () => {
  await seedAssociations(db);
  await seedCycles(db, now);
  await seedNotices(db, now);
});

describe('the seeded cycle', () => {
  test('has the notice’s window, one known fee, and only that level open', async () => {
    const cycle = await publishedCycleBySlug('jiangsu-2024');
    expect(cycle?.applyOpensAt.toISOString()).toBe('2025-01-19T16:00:00.000Z');
    expect(cycle?.applyClosesAt.toISOString()).toBe('2025-03-03T15:59:59.999Z');
    expect(cycle?.levels.map(({ level, feeFen, isOpen, deciderId }) => [level, feeFen, isOpen, deciderId])).toEqual([
      ['PRIMARY', 10_000, true, 'jiangsu'],
      ['INTERMEDIATE', null, false, 'jiangsu'],
      ['SENIOR', null, false, 'national'],
    ]);
  });

  test('is left alone by a second seeding', async () => {
    await seedCycles(db, now);
    await seedNotices(db, now);
    expect(await db.cycle.count()).toBe(1);
    expect(await db.notice.count()).toBe(1);
  });
});

describe('amending a cycle', () => {
  test('keeps what stood there before, with the reason, and counts the revision', async () => {
    const { revision } = await amend(
      await typed({ applyClosesOn: '2025-03-10', materialsCloseOn: '2025-03-10', paymentClosesOn: '2025-03-12' }),
    );
    const cycle = await officeCycle(jiangsuStaff, (await cycle2024()).id);
    expect(cycle?.applyClosesAt.toISOString()).toBe('2025-03-10T15:59:59.999Z');
    expect(cycle?.revisions[0]).toMatchObject({ revision, reason, byName: '郑示例' });
    expect(cycle?.revisions[0]?.changes[0]).toEqual({
      field: 'applyClosesAt',
      label: '申报截止',
      before: '2025年3月3日 23:59',
      after: '2025年3月10日 23:59',
    });
    const event = await db.auditEvent.findFirstOrThrow({
      where: { stream: `cycle:${cycle?.id}`, name: 'cycle_amended' },
    });
    expect(event).toMatchObject({ note: reason, actorRole: 'REVIEWER' });
  });

  test('refuses when nothing changed, and when somebody else was quicker', async () => {
    const form = await typed();
    await amend({ ...form, writtenExamPlan: '待通知' });
    await expect(amend({ ...form, writtenExamPlan: '另行通知' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await expect(amend(await typed())).rejects.toMatchObject({ code: 'NOTHING_CHANGED' });
  });

  test('of two at the same moment exactly one is kept', async () => {
    const form = await typed();
    const both = await Promise.allSettled([
      amend({ ...form, defensePlan: '甲方案' }),
      amend({ ...form, defensePlan: '乙方案' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('asks for a reason, real days, and windows in their order', async () => {
    const wrong = amendCycleInput.safeParse(await typed({ reason: '改', applyOpensOn: '2025-02-30' }));
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['reason', 'applyOpensOn']);
    const order = amendCycleInput.safeParse(
      await typed({ applyClosesOn: '2025-01-19', materialsCloseOn: '2025-01-18', paymentClosesOn: '2025-01-18' }),
    );
    expect(order.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'applyClosesOn',
      'materialsCloseOn',
      'paymentClosesOn',
    ]);
  });

  test('history cannot be rewritten', async () => {
    await expect(db.cycleRevision.updateMany({ data: { reason: '另一个原因' } })).rejects.toThrow(/append-only/);
    await expect(db.cycleRevision.deleteMany()).rejects.toThrow(/append-only/);
  });
});

describe('who may', () => {
  test('staff look after their own association; 高级 also by the national one', async () => {
    const cycle = await cycle2024();
    const answers = (level: Awaited<ReturnType<typeof levelOf>>) =>
      [jiangsuStaff, jiangsuFinance, zhejiangStaff, nationalStaff, auditor, applicant].map(
        (actor) => judgeLevel(actor, 'set_fee', level).answer,
      );
    expect(answers(await levelOf('INTERMEDIATE'))).toEqual([
      'yes',
      'yes',
      'not_yours',
      'not_yours',
      'not_yours',
      'not_yours',
    ]);
    expect(answers(await levelOf('SENIOR'))).toEqual(['yes', 'yes', 'not_yours', 'yes', 'not_yours', 'not_yours']);
    expect(
      [jiangsuStaff, jiangsuFinance, zhejiangStaff, nationalStaff].map(
        (actor) => judgeCycle(actor, 'amend', cycle).answer,
      ),
    ).toEqual(['yes', 'not_yours', 'not_yours', 'not_yours']);
  });

  test('lists and single pages agree', async () => {
    for (const actor of [jiangsuStaff, jiangsuFinance, zhejiangStaff, nationalStaff, auditor, applicant]) {
      const listed = (await officeCycles(actor)).map(({ id }) => id).sort();
      const all = await db.cycle.findMany();
      expect(listed).toEqual(
        all
          .filter((cycle) => judgeCycle(actor, 'see', cycle).answer === 'yes')
          .map(({ id }) => id)
          .sort(),
      );
      for (const { id } of all) expect((await officeCycle(actor, id)) !== null).toBe(listed.includes(id));
    }
  });
});

describe('the demonstration cycle', () => {
  test('lies around the present, and moves on when it has passed', async () => {
    await seedDemoCycle(db, now);
    const first = await db.cycle.findUniqueOrThrow({ where: { slug: 'jiangsu-demo' } });
    expect(first.applyOpensAt < now && now < first.applyClosesAt).toBe(true);
    await seedDemoCycle(db, new Date('2025-03-01T00:00:00Z'));
    expect(await db.cycle.findUniqueOrThrow({ where: { slug: 'jiangsu-demo' } })).toEqual(first);

    const later = new Date('2026-11-24T00:00:00Z');
    await seedDemoCycle(db, later);
    const moved = await db.cycle.findUniqueOrThrow({ where: { slug: 'jiangsu-demo' } });
    expect(moved.applyOpensAt < later && later < moved.applyClosesAt).toBe(true);
    expect(await db.cycleRevision.findFirst({ where: { cycleId: first.id } })).toMatchObject({ byName: '系统' });
  });

  test('are shown to everybody where times moved, and told to those who are still at it', async () => {
    const before = await db.outboxJob.count({ where: { kind: 'applications.tell-new-windows' } });
    await amend(
      await typed({ applyClosesOn: '2025-03-07', materialsCloseOn: '2025-03-10', paymentClosesOn: '2025-03-10' }),
    );
    const { id, revision } = await cycle2024();
    const [latest] = await windowHistory(id);
    expect(latest?.changes.map(changeInWords).at(-1)).toContain('缴费截止由 2025年3月');
    const jobs = await db.outboxJob.findMany({ where: { kind: 'applications.tell-new-windows' } });
    expect(jobs).toHaveLength(before + 1);
    expect(jobs.at(-1)?.payload).toEqual({ cycleId: id, revision });

    const dates = { applyClosesOn: '2025-03-07', materialsCloseOn: '2025-03-10', paymentClosesOn: '2025-03-10' };
    await amend(await typed({ ...dates, name: '2024年江苏省认证' }));
    expect((await windowHistory(id))[0]).toEqual(latest);
    expect(await db.outboxJob.count({ where: { kind: 'applications.tell-new-windows' } })).toBe(before + 1);
  });
});
