import { beforeAll, describe, expect, test } from 'vitest';
import { amendRule } from '@/lib/catalogue/amend-rule';
import { copyCycle } from '@/lib/catalogue/copy-cycle';
import { judgeCycle } from '@/lib/catalogue/policy';
import { evaluateRule } from '@/lib/catalogue/evaluate-rule';
import type { LevelCode } from '@/lib/catalogue/labels';
import { lockCycle, lockLevel } from '@/lib/catalogue/lock-cycle';
import { officeCycle } from '@/lib/catalogue/office-queries';
import { openLevel } from '@/lib/catalogue/open-level';
import { publishCycle } from '@/lib/catalogue/publish-cycle';
import { publishedCycleBySlug } from '@/lib/catalogue/queries';
import { retireRule } from '@/lib/catalogue/retire-rule';
import { rulesOfLevel } from '@/lib/catalogue/rules-of-level';
import { amendRuleInput, openLevelInput, setLevelFeeInput, setRefundPolicyInput } from '@/lib/catalogue/schema';
import { setLevelFee } from '@/lib/catalogue/set-level-fee';
import { setRefundPolicy } from '@/lib/catalogue/set-refund-policy';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { seedAssociations } from '@/prisma/seed/associations';
import { seedCycles } from '@/prisma/seed/cycles';
import { applicant, jiangsuFinance, jiangsuStaff, zhejiangStaff } from './staff';

const now = new Date('2025-02-10T02:00:00Z');

const cycle2024 = () => db.cycle.findUniqueOrThrow({ where: { slug: 'jiangsu-2024' }, include: { levels: true } });
const levelOf = async (name: LevelCode) =>
  db.cycleLevel.findFirstOrThrow({ where: { cycle: { slug: 'jiangsu-2024' }, level: name }, include: { cycle: true } });

const setFee = async (fee: string, name: LevelCode) => {
  const input = setLevelFeeInput.parse({ levelId: (await levelOf(name)).id, fee, reason: '按协会公布的标准。' });
  await inTransaction(async (tx) =>
    setLevelFee({ tx, actor: jiangsuFinance, subject: await lockLevel(tx, input.levelId), input, now }),
  );
};

const open = async (name: LevelCode, open: 'yes' | 'no' = 'yes') => {
  const input = openLevelInput.parse({ levelId: (await levelOf(name)).id, open, reason: '开放本级别的申报。' });
  await inTransaction(async (tx) =>
    openLevel({ tx, actor: jiangsuStaff, subject: await lockLevel(tx, input.levelId), input, now }),
  );
};

beforeAll(async () => {
  await seedAssociations(db);
  await seedCycles(db, now);
});

describe('fees and opening', () => {
  test('a level without a fee cannot open, neither here nor past the code', async () => {
    await expect(open('INTERMEDIATE')).rejects.toMatchObject({ code: 'FEE_MISSING' });
    const { id } = await levelOf('INTERMEDIATE');
    await expect(db.cycleLevel.update({ where: { id }, data: { isOpen: true } })).rejects.toThrow(
      /CycleLevel_open_needs_fee/,
    );
  });

  test('with a fee it opens, and both are in the history', async () => {
    await setFee('￥200', 'INTERMEDIATE');
    await open('INTERMEDIATE');
    expect(await levelOf('INTERMEDIATE')).toMatchObject({ feeFen: 20_000, isOpen: true });
    const latest = await officeCycle(jiangsuStaff, (await cycle2024()).id);
    expect(latest?.revisions.slice(0, 2).map(({ changes }) => changes[0])).toEqual([
      { field: 'INTERMEDIATE.isOpen', label: '中级申报', before: '未开放', after: '开放申报' },
      { field: 'INTERMEDIATE.fee', label: '中级费用', before: '未填写', after: '¥200.00' },
    ]);
  });
});

describe('rules', () => {
  const newRule = async (change: object = {}) =>
    amendRuleInput.parse({
      levelId: (await levelOf('INTERMEDIATE')).id,
      code: 'R9',
      title: '须先取得初级',
      words: '本年度不可跨级申请。',
      strength: 'hard',
      condition: 'certificate',
      certificateLevels: 'PRIMARY',
      certificateFrom: 'any',
      reason: '协会另行通知。',
      ...change,
    });
  const amendAs = async (input: Awaited<ReturnType<typeof newRule>>) =>
    inTransaction(async (tx) =>
      amendRule({ tx, actor: jiangsuStaff, subject: await lockLevel(tx, input.levelId), input, now }),
    );

  test('a new version supersedes the old one, which stays', async () => {
    expect(await amendAs(await newRule())).toEqual({ version: 2 });
    const { id } = await levelOf('INTERMEDIATE');
    const versions = await db.eligibilityRule.findMany({
      where: { cycleLevelId: id, code: 'R9' },
      orderBy: { version: 'asc' },
    });
    expect(versions.map(({ version, isActive }) => [version, isActive])).toEqual([
      [1, false],
      [2, true],
    ]);
    const active = (await rulesOfLevel(db, id)).filter(({ code }) => code === 'R9');
    expect(active).toMatchObject([{ version: 2, title: '须先取得初级' }]);
  });

  test('the words may change while the expression stays', async () => {
    await amendAs(await newRule({ words: '本年度申请中级须已取得初级证书。', condition: 'keep' }));
    const { id } = await levelOf('INTERMEDIATE');
    expect((await rulesOfLevel(db, id)).find(({ code }) => code === 'R9')).toMatchObject({
      version: 3,
      expression: { fact: 'certificates', is: 'includes', value: { levels: ['PRIMARY'] } },
    });
  });

  test('the history tells a condition in words, never in code', async () => {
    await amendAs(await newRule({ code: 'C1', condition: 'category_not_in', categories: ['STUDENT'] }));
    await amendAs(await newRule({ code: 'C1', condition: 'years', amount: '３' }));
    const cycle = await officeCycle(jiangsuStaff, (await cycle2024()).id);
    const change = cycle?.revisions[0]?.changes.find(({ field }) => field.endsWith('.expression'));
    expect(change).toMatchObject({
      label: '中级条款 C1：判断条件',
      before: '申报类别不是“高校科学教育相关专业在读学生”',
      after: '连续从事科技辅导工作的年限不低于 3 年',
    });
  });

  test('what a condition needs is asked for beside its field', async () => {
    const base = {
      levelId: (await levelOf('INTERMEDIATE')).id,
      code: 'X',
      title: '名称',
      words: '原文',
      reason: '原因原因',
    };
    const refused = (change: object) =>
      amendRuleInput.safeParse({ ...base, strength: 'advisory', ...change }).error?.issues.map(({ path }) => path[0]);
    expect(refused({})).toEqual(['condition']);
    expect(refused({ condition: 'category_in' })).toEqual(['categories']);
    expect(refused({ condition: 'education' })).toEqual(['education']);
    expect(refused({ condition: 'certificate' })).toEqual(['certificateLevels']);
    for (const amount of ['', '0', '三', '100', '2.5']) {
      expect(refused({ condition: 'years', amount })).toEqual(['amount']);
    }
    expect(refused({ condition: 'person', strength: 'hard' })).toEqual(['strength']);
    await expect(amendAs(await newRule({ code: 'NEW-1', condition: 'keep' }))).rejects.toMatchObject({
      code: 'CONDITION_MISSING',
    });
  });

  test('what only a person can judge is never said to be met', async () => {
    await amendAs(await newRule({ code: 'P1', strength: 'advisory', condition: 'person' }));
    const rule = (await rulesOfLevel(db, (await levelOf('INTERMEDIATE')).id)).find(({ code }) => code === 'P1');
    const answer = rule && evaluateRule(rule, { facts: {}, today: '2025-02-10' });
    expect(answer).toMatchObject({
      outcome: 'unknown',
      because: '由审核人员按通知认定，系统不作判断。',
      toChange: '',
      missing: [],
    });
  });

  test('a rule taken out of force is no longer evaluated', async () => {
    const level = await levelOf('INTERMEDIATE');
    await inTransaction(async (tx) =>
      retireRule({
        tx,
        actor: jiangsuStaff,
        subject: await lockLevel(tx, level.id),
        input: { levelId: level.id, code: 'R9', reason: '通知取消本条。' },
        now,
      }),
    );
    expect((await rulesOfLevel(db, level.id)).map(({ code }) => code)).not.toContain('R9');
  });
});

describe('another year', () => {
  test('is copied without fees, and is published only when complete', async () => {
    const source = await cycle2024();
    const input = { cycleId: source.id, cycleYear: 2025, name: '2025年江苏省青少年科技辅导员专业水平认证' };
    const { cycleId } = await inTransaction(async (tx) =>
      copyCycle({ tx, actor: jiangsuStaff, subject: await lockCycle(tx, source.id), input, now }),
    );
    const publish = (at = now) =>
      inTransaction(async (tx) =>
        publishCycle({
          tx,
          actor: jiangsuStaff,
          subject: await lockCycle(tx, cycleId),
          input: { cycleId, reason: '年度通知已发布。' },
          now: at,
        }),
      );
    await expect(publish()).rejects.toMatchObject({
      sentence: '发布之前请先补齐：至少一个开放申报的级别（需先填写费用）。',
    });
    await db.cycleLevel.updateMany({ where: { cycleId, level: 'PRIMARY' }, data: { feeFen: 10_000, isOpen: true } });
    const times = { applyClosesAt: new Date('2026-03-03T15:59:59.999Z') };
    expect(await db.cycle.findUniqueOrThrow({ where: { id: cycleId } })).toMatchObject(times);
    await expect(publish(new Date('2026-04-01T00:00:00Z'))).rejects.toMatchObject({
      sentence: expect.stringContaining('今后的申报时间'),
    });
    await publish();
    expect(await publishedCycleBySlug('jiangsu-2025')).toMatchObject({ cycleYear: 2025 });
  });
});

describe('what is given back', () => {
  const rules = { rejected: 'full', withdrawn: 'none', text: '未通过的全额退还。', secondEyesAbove: '500', transferEyesAbove: '1000' };
  const set = async (change: Record<string, string>) => {
    const { id, revision } = await cycle2024();
    const input = setRefundPolicyInput.parse({ cycleId: id, revision: String(revision), reason: '按协会公布的办法。', ...change });
    await inTransaction(async (tx) => setRefundPolicy({ tx, actor: jiangsuFinance, subject: await lockCycle(tx, id), input, now }));
  };

  test('is data that finance and staff of the association keep, with its history', async () => {
    await set(rules);
    const cycle = await officeCycle(jiangsuFinance, (await cycle2024()).id);
    expect(cycle?.refundPolicy).toEqual({ rejected: 'full', withdrawn: 'none', text: '未通过的全额退还。' });
    expect(cycle?.secondEyesAboveFen).toBe(50_000);
    expect(cycle?.revisions[0]?.changes.map(({ label, before, after }) => [label, before, after])).toContainEqual(
      ['退款复核', '每笔都要第二人复核', '超过 ¥500.00 的要第二人复核'],
    );
    expect(cycle?.revisions[0]?.changes.map(({ label, before, after }) => [label, before, after])).toContainEqual(
      ['转账到账复核', '由一人确认', '超过 ¥1,000.00 的要两人先后确认'],
    );
    await expect(set(rules)).rejects.toMatchObject({ code: 'NOTHING_CHANGED' });
    const subject = await cycle2024();
    const answers = [jiangsuFinance, jiangsuStaff, zhejiangStaff, applicant].map((actor) => judgeCycle(actor, 'set_refunds', subject).answer);
    expect(answers).toEqual(['yes', 'yes', 'not_yours', 'not_yours']);
  });

  test('goes along when the year is copied, and an amount that is none is refused', async () => {
    const copied = await inTransaction(async (tx) => {
      const { id } = await cycle2024();
      const input = { cycleId: id, cycleYear: 2031, name: '2031年度' };
      return copyCycle({ tx, actor: jiangsuStaff, subject: await lockCycle(tx, id), input, now });
    });
    const copy = await officeCycle(jiangsuStaff, copied.cycleId);
    expect([copy?.refundPolicy.rejected, copy?.secondEyesAboveFen, copy?.transferEyesAboveFen]).toEqual(['full', 50_000, 100_000]);
    await expect(set({ ...rules, secondEyesAbove: '五百' })).rejects.toThrow('请填写金额');
  });
});
