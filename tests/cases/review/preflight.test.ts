import { beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '@/lib/applications/preflight/checks';
import { type PreflightResult, preflightOutcomes, recordPreflight } from '@/lib/applications/preflight/record-preflight';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { seededHouse, today } from '@/tests/build/applications/house';
import { aLockedForm } from '@/tests/build/applications/submitted';

const later = new Date(today.getTime() + 60_000);

describe('what the checks said before somebody at the association looked', () => {
  beforeAll(seededHouse);

  const handIn = (applicationId: string, results: PreflightResult[], now = today) =>
    inTransaction((tx) => recordPreflight(tx, { applicationId, moment: 'submit_stamped_form', results, now }));
  const outcomeOf = async (applicationId: string, code: string, formVersion = 1) =>
    (await preflightOutcomes(db, { applicationId, formVersion })).get(code);

  it('is kept for every check of the moment, also for those that did not run', async () => {
    const { applicationId } = await aLockedForm();
    await handIn(applicationId, [{ code: 'scan.seal', outcome: 'warned', because: '第 8 页没有看到公章。' }]);
    const kept = await db.preflightResult.findMany({ where: { applicationId, moment: 'submit_stamped_form' } });
    expect(kept.map(({ code }) => code).sort()).toEqual(codesOf('submit_stamped_form').sort());
    expect(await outcomeOf(applicationId, 'scan.seal')).toBe('warned');
    expect(await outcomeOf(applicationId, 'scan.print')).toBe('not_run');
  });

  it('is what was said last of this version', async () => {
    const { applicationId } = await aLockedForm();
    await handIn(applicationId, [{ code: 'scan.seal', outcome: 'warned', because: '没有看到公章。' }]);
    await handIn(applicationId, [{ code: 'scan.seal', outcome: 'passed', because: '' }], later);
    expect(await outcomeOf(applicationId, 'scan.seal')).toBe('passed');
    expect(await outcomeOf(applicationId, 'scan.seal', 2)).toBeUndefined();
  });

  it('takes no result of another moment, and is never rewritten', async () => {
    const { applicationId } = await aLockedForm();
    await expect(handIn(applicationId, [{ code: 'photo.fit', outcome: 'passed', because: '' }])).rejects.toThrow(/no check of/);
    await handIn(applicationId, []);
    await expect(db.preflightResult.updateMany({ where: { applicationId }, data: { outcome: 'passed' } })).rejects.toThrow(/append-only/);
    await expect(db.returnReason.delete({ where: { code: 'OTHER' } })).rejects.toThrow(/append-only/);
  });
});
