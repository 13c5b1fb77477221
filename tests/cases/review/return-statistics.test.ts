import { beforeAll, describe, expect, it } from 'vitest';
import { decisionInput } from '@/lib/applications/office-schema';
import { returnApplication } from '@/lib/applications/decide-eligibility';
import { returnFilters, returnsOf } from '@/lib/applications/return-statistics/queries';
import { returnsCsv } from '@/lib/applications/return-statistics/returns-csv';
import { tallyReturns } from '@/lib/applications/return-statistics/tally-returns';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { act } from '@/tests/build/applications/act';
import { seededHouse } from '@/tests/build/applications/house';
import { staffOf } from '@/tests/build/applications/people';
import { anApplicationUnderReview, giveBack, type UnderReview } from '@/tests/build/applications/reviewed';

describe('the statistics of returns', () => {
  let jiangsu: Actor;
  let first: UnderReview;

  beforeAll(async () => {
    await seededHouse();
    jiangsu = await staffOf('REVIEWER', 'jiangsu');
    first = await anApplicationUnderReview();
    await giveBack(first, { reasons: ['FORM_INCOMPLETE', 'SEAL_OF_OTHER_UNIT'] });
    const second = await anApplicationUnderReview();
    const input = decisionInput.parse({
      applicationId: second.applicationId,
      formVersion: '1',
      reason: ['FORM_INCOMPLETE'],
      'place.FORM_INCOMPLETE': '第 3 页',
      'note.FORM_INCOMPLETE': '=HYPERLINK("http://evil.example")',
    });
    const { reviewer: actor, applicationId } = second;
    await act(returnApplication, { actor, applicationId, ability: 'return_for_revision', input });
  }, 60_000);

  it('count each reason, and of how many the check could have seen it', async () => {
    const tallies = tallyReturns((await returnsOf(jiangsu, {})).flatMap(({ reasons }) => reasons));
    expect(tallies).toMatchObject([
      { code: 'FORM_INCOMPLETE', times: 2, passed: 2, couldSee: 2, share: 1 },
      { code: 'SEAL_OF_OTHER_UNIT', times: 1, onlyPeople: 1, couldSee: 0, share: 0 },
    ]);
  });

  it('lead to the applications, by reason and by cycle', async () => {
    const found = await returnsOf(jiangsu, { reason: 'SEAL_OF_OTHER_UNIT' });
    expect(found.map(({ applicationId }) => applicationId)).toEqual([first.applicationId]);
    const elsewhere = await db.cycle.findUniqueOrThrow({ where: { slug: 'jiangsu-2024' } });
    expect(await returnsOf(jiangsu, { cycle: elsewhere.id })).toEqual([]);
    expect(returnFilters.parse({ cycle: "' OR 1=1", level: 'HIGHEST', reason: 'OTHER' })).toEqual({ reason: 'OTHER' });
  });

  it('count only what the person may see', async () => {
    expect(await returnsOf({ ...jiangsu, associationId: 'zhejiang' }, {})).toEqual([]);
    expect(await returnsOf(await staffOf('NATIONAL_STAFF', 'national'), {})).toEqual([]);
    expect(await returnsOf({ ...jiangsu, role: 'EXPERT' }, {})).toEqual([]);
    expect(await returnsOf(await staffOf('AUDITOR', 'jiangsu'), {})).toHaveLength(2);
  });

  it('go to a spreadsheet that runs nothing of what somebody typed', async () => {
    const csv = returnsCsv(await returnsOf(jiangsu, {}));
    const [head = '', ...lines] = csv.trimEnd().split('\r\n');
    expect(head.startsWith('\uFEFF申报编号,姓名,')).toBe(true);
    expect(lines).toHaveLength(3);
    expect(csv).toContain(`申报书内容不完整,第 3 页,"'=HYPERLINK(""http://evil.example"")",必填内容,检查没有发现`);
    expect(csv).toContain('公章名称与所在单位不一致,,,只能由人判断,—');
    expect(returnsCsv(await returnsOf(jiangsu, {}), 'SEAL_OF_OTHER_UNIT').trimEnd().split('\r\n')).toHaveLength(2);
  });
});
