import { beforeAll, expect, test } from 'vitest';
import { copyCycle } from '@/lib/catalogue/copy-cycle';
import { lockCycle } from '@/lib/catalogue/lock-cycle';
import { officeCycle } from '@/lib/catalogue/office-queries';
import { judgeCycle } from '@/lib/catalogue/policy';
import { setUnitOrderTermsInput } from '@/lib/catalogue/schema';
import { setUnitOrderTerms } from '@/lib/catalogue/set-unit-order-terms';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { seedAssociations } from '@/prisma/seed/associations';
import { seedCycles } from '@/prisma/seed/cycles';
import { applicant, jiangsuFinance, jiangsuStaff, zhejiangStaff } from './staff';

const now = new Date('2025-02-10T02:00:00Z');
const cycle2024 = () => db.cycle.findUniqueOrThrow({ where: { slug: 'jiangsu-2024' }, include: { levels: true } });

beforeAll(async () => {
  await seedAssociations(db);
  await seedCycles(db, now);
});

test('how units pay is data of the cycle too, with its history, and goes along when the year is copied', async () => {
  const set = async (change: Record<string, string> = {}) => {
    const { id, revision } = await cycle2024();
    const typed = { cycleId: id, revision: String(revision), days: '10', graceDays: '2', most: '50', reason: '按协会公布的办法。', ...change };
    const input = setUnitOrderTermsInput.parse(typed);
    await inTransaction(async (tx) => setUnitOrderTerms({ tx, actor: jiangsuFinance, subject: await lockCycle(tx, id), input, now }));
  };
  await set();
  const cycle = await officeCycle(jiangsuFinance, (await cycle2024()).id);
  expect(cycle).toMatchObject({ unitOrderDays: 10, unitOrderGraceDays: 2, unitOrderMost: 50 });
  expect(cycle?.revisions[0]?.changes).toContainEqual({ field: 'unitOrderMost', label: '单位订单最多人数', before: '100', after: '50' });
  await expect(set()).rejects.toMatchObject({ code: 'NOTHING_CHANGED' });
  await expect(set({ days: '0' })).rejects.toThrow('1 至 60 的整数');
  await expect(set({ most: '1e2' })).rejects.toThrow('1 至 500 的整数');
  const copied = await inTransaction(async (tx) => {
    const subject = await lockCycle(tx, (await cycle2024()).id);
    return copyCycle({ tx, actor: jiangsuStaff, subject, input: { cycleId: subject.id, cycleYear: 2032, name: '2032年度' }, now });
  });
  expect(await officeCycle(jiangsuStaff, copied.cycleId)).toMatchObject({ unitOrderDays: 10, unitOrderMost: 50 });
  const subject = await cycle2024();
  const answers = [jiangsuFinance, jiangsuStaff, zhejiangStaff, applicant].map((actor) => judgeCycle(actor, 'set_unit_orders', subject).answer);
  expect(answers).toEqual(['yes', 'yes', 'not_yours', 'not_yours']);
});
