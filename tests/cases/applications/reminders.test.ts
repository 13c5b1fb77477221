import { beforeAll, describe, expect, it } from 'vitest';
import { remindDeadlines } from '@/lib/applications/remind-deadlines';
import { tellNewWindows } from '@/lib/applications/tell-new-windows';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { aDraft } from '@/tests/build/applications/drafts';
import { seededHouse, today } from '@/tests/build/applications/house';
import { aCompleteApplication, aLockedForm, aPaidOrder } from '@/tests/build/applications/submitted';

/** The cycle of 2024 closes at the end of 3 March 2025. */
const daysBefore = (days: number) => new Date(Date.parse('2025-03-04T00:00:00+08:00') - (days * 24 - 9) * 3_600_000);

const reminders = async (actor: Actor): Promise<string[]> => {
  const where = { personId: actor.personId, channel: 'SITE', template: { startsWith: 'deadline.' } } as const;
  return (await db.message.findMany({ where, orderBy: { createdAt: 'asc' } })).map(({ text }) => text);
};

describe('reminders of a deadline', () => {
  beforeAll(seededHouse);

  it('come 7, 3 and 1 days before it, once each, and say what is lacking', async () => {
    const draft = await aDraft({ cycle: 'jiangsu-2024' });
    for (const days of [8, 7, 7, 5, 3, 1, 1]) await remindDeadlines(daysBefore(days));
    const texts = await reminders(draft.actor);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toContain('申报书还没有提交报名。截止时间 2025年3月3日 23:59，还剩 6 天 14 小时。');
    await remindDeadlines(daysBefore(-1));
    expect(await reminders(draft.actor)).toHaveLength(3);
  });

  it('name the half that is missing, by its own deadline', async () => {
    const [locked, paid] = [await aLockedForm({ cycle: 'jiangsu-2024' }), await aPaidOrder({ cycle: 'jiangsu-2024' })];
    const later = new Date('2025-03-10T15:59:59.999Z');
    await db.cycle.updateMany({ where: { slug: 'jiangsu-2024' }, data: { materialsCloseAt: later } });
    await remindDeadlines(daysBefore(3));
    expect((await reminders(locked.actor))[0]).toContain('还缺两项');
    expect(await reminders(paid.actor)).toEqual([]);
    await remindDeadlines(new Date('2025-03-08T09:00:00+08:00'));
    expect((await reminders(paid.actor))[0]).toContain('2025年3月10日 23:59');
  });

  it('leave those in peace who have nothing to do', async () => {
    const done = await aCompleteApplication({ cycle: 'jiangsu-2024' });
    await remindDeadlines(daysBefore(3));
    expect(await reminders(done.actor)).toEqual([]);
  });

  it('are joined by word of new times, to those who are still at it, once', async () => {
    const [draft, done] = [
      await aDraft({ cycle: 'jiangsu-2024' }),
      await aCompleteApplication({ cycle: 'jiangsu-2024' }),
    ];
    const { id: cycleId } = await db.cycle.findUniqueOrThrow({ where: { slug: 'jiangsu-2024' } });
    const moved = { label: '申报截止', before: '2025年3月3日 23:59', after: '2025年3月10日 23:59' };
    const others = { field: 'name', label: '年度名称', before: '甲', after: '乙' };
    const changes = [{ field: 'applyClosesAt', ...moved }, others];
    await db.cycleRevision.create({
      data: { cycleId, revision: 9, at: today, byName: '示例', reason: '补充通知', changes },
    });
    for (const _ of [1, 2]) await tellNewWindows({ cycleId, revision: 9, now: today });
    const told = (actor: Actor) => db.message.findMany({ where: { personId: actor.personId, template: 'windows.9' } });
    const texts = (await told(draft.actor)).filter(({ channel }) => channel === 'SITE').map(({ text }) => text);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('申报截止由 2025年3月3日 23:59 改为 2025年3月10日 23:59。请按新的时间办理。');
    expect(texts[0]).not.toContain('年度名称');
    expect(await told(done.actor)).toEqual([]);
  });
});
