import { beforeAll, describe, expect, it } from 'vitest';
import { readReasons } from '@/lib/applications/decision-reasons';
import { readAcknowledged } from '@/lib/applications/preflight/acknowledge';
import { codesOf } from '@/lib/applications/preflight/checks';
import { preflightOutcomes } from '@/lib/applications/preflight/record-preflight';
import { db } from '@/lib/db/client';
import { addRow, aCompleteDraft, award } from '@/tests/build/applications/drafts';
import { storedEvidence } from '@/tests/build/applications/files';
import { seededHouse } from '@/tests/build/applications/house';
import { claim, giveBack } from '@/tests/build/applications/reviewed';
import { staffOf } from '@/tests/build/applications/people';
import { adviceOf, lock, lockAs, pay, stamp } from '@/tests/build/applications/submitted';
import { goodPage } from '@/tests/build/form-material';

/** Two achievements with one file, and a photo in the dark. */
async function aDoubtfulDraft() {
  const draft = await aCompleteDraft();
  const rowId = await addRow(draft, 'achievements', { ...award, title: '另一项成果', date: '2022-05' });
  await storedEvidence(draft, rowId);
  const { applicationId } = draft;
  await db.storedFile.updateMany({ where: { applicationId, purpose: 'PHOTO' }, data: { pageFacts: [{ ...goodPage, centre: 30 }] } });
  return draft;
}

const outcomesOf = async (applicationId: string) =>
  Object.fromEntries(await preflightOutcomes(db, { applicationId, formVersion: 1 }));

describe('submitting a form about which the system has doubts', () => {
  beforeAll(seededHouse);

  it('asks to read them, and keeps what was read and submitted all the same', async () => {
    const draft = await aDoubtfulDraft();
    const wish = { applicationId: draft.applicationId, baseVersion: 0 };
    await expect(lockAs(draft, wish)).rejects.toMatchObject({
      code: 'ADVICE_OPEN',
      fieldErrors: { acknowledged: ['请先处理提示的内容；核对无误的，请勾选“仍要提交”。'] },
    });
    const acknowledged = await adviceOf(draft);
    await lockAs(draft, { ...wish, acknowledged });
    const snapshot = await db.formSnapshot.findFirstOrThrow({ where: { applicationId: draft.applicationId } });
    expect(readAcknowledged(snapshot.acknowledged).map(({ code }) => code)).toEqual(['photo.fit', 'evidence.repeated']);
    await expect(
      db.formSnapshot.update({ where: { id: snapshot.id }, data: { acknowledged: [] } }),
    ).rejects.toThrow(/frozen/);
  });

  it('takes no tick for what was not on the page', async () => {
    const draft = await aDoubtfulDraft();
    const acknowledged = await adviceOf(draft);
    await addRow(draft, 'work', { from: '2013-01', to: '2020-01', unit: '示例三中', post: '教师' });
    const wish = { applicationId: draft.applicationId, baseVersion: 0, acknowledged };
    await expect(lockAs(draft, wish)).rejects.toThrow(/提示有变化/);
  });

  it('needs no tick where there is nothing to read', async () => {
    const draft = await aCompleteDraft();
    expect(await adviceOf(draft)).toBe('');
    await lockAs(draft, { applicationId: draft.applicationId, baseVersion: 0 });
  });

  it('keeps what every check said: what it pointed out, what it passed, what it could not tell', async () => {
    const draft = await aDoubtfulDraft();
    await lock(draft);
    const outcomes = await outcomesOf(draft.applicationId);
    expect(Object.keys(outcomes).sort()).toEqual(codesOf('lock_form').sort());
    expect(outcomes).toMatchObject({
      'photo.fit': 'warned',
      'evidence.repeated': 'warned',
      'form.complete': 'passed',
      'evidence.present': 'passed',
      'evidence.readable': 'not_run',
      'form.names': 'not_run',
    });
  });
});

describe('a return for a reason that is bound to a check', () => {
  beforeAll(seededHouse);

  async function reviewed() {
    const draft = await aDoubtfulDraft();
    await lock(draft);
    await stamp(draft);
    await pay(draft);
    const reviewer = await staffOf('REVIEWER', 'jiangsu');
    await claim(reviewer, draft.applicationId);
    return { ...draft, reviewer };
  }

  it('remembers what the check had said before', async () => {
    const review = await reviewed();
    await giveBack(review, { reasons: ['PHOTO_UNFIT', 'FORM_INCOMPLETE', 'NAME_DIFFERS', 'EVIDENCE_MISMATCH'] });
    const { reasons } = await db.reviewDecision.findFirstOrThrow({ where: { applicationId: review.applicationId } });
    expect(readReasons(reasons).map(({ check, checkOutcome }) => [check, checkOutcome])).toEqual([
      ['photo.fit', 'warned'],
      ['form.complete', 'passed'],
      ['form.names', 'not_run'],
      [null, null],
    ]);
  });

  it('may not give a reason that is no longer used, nor one of another association', async () => {
    const review = await reviewed();
    await db.association.upsert({
      where: { id: 'zhejiang' },
      create: { id: 'zhejiang', kind: 'PROVINCIAL', name: '示例浙江协会', provinceName: '浙江省', provinceCode: '33' },
      update: {},
    });
    const facts = { label: '旧原因', advice: '', group: 'OTHER' };
    await db.returnReason.create({ data: { ...facts, code: 'OLD', isActive: false } });
    await db.returnReason.create({ data: { ...facts, code: 'ZHEJIANG_1', associationId: 'zhejiang' } });
    for (const code of ['OLD', 'ZHEJIANG_1', 'NONE']) {
      await expect(giveBack(review, { reasons: [code] })).rejects.toThrow(/已停用/);
    }
  });

  it('reads decisions from before the checks', () => {
    const before = [{ code: 'OTHER', label: '其他', advice: '', group: 'OTHER', place: '', note: '' }];
    expect(readReasons(before)).toMatchObject([{ check: null, checkOutcome: null }]);
  });
});
