import { beforeAll, describe, expect, test } from 'vitest';
import { confirmPayment } from '@/lib/applications/confirm-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { storedScan } from '@/tests/build/applications/files';
import { seededHouse, unitIdOf, unitNames } from '@/tests/build/applications/house';
import { unitAdminOf } from '@/tests/build/applications/people';
import { aLockedForm, aPaidOrder, aStampedForm, handIn, issuedCodes, lock, pay, stamp, statusOf } from '@/tests/build/applications/submitted';
import { reopenForm } from '@/lib/applications/reopen-form';
import { act } from '@/tests/build/applications/act';
import { save, teacher } from '@/tests/build/applications/drafts';

beforeAll(seededHouse);

describe('materials and payment', () => {
  test('stamp first, then payment, completes', async () => {
    const draft = await aStampedForm();
    expect(await statusOf(draft.applicationId)).toBe('SUBMITTED');
    await pay(draft);
    expect(await statusOf(draft.applicationId)).toBe('COMPLETE');
  });

  test('payment first, then stamp, completes', async () => {
    const draft = await aPaidOrder();
    expect(await statusOf(draft.applicationId)).toBe('AWAITING_STAMP');
    await stamp(draft);
    expect(await statusOf(draft.applicationId)).toBe('COMPLETE');
  });

  test('at the same moment always complete, whichever is second', async () => {
    for (let round = 0; round < 8; round++) {
      const draft = await aLockedForm();
      await storedScan(draft, await issuedCodes(draft.applicationId));
      await Promise.all(round % 2 === 0 ? [handIn(draft), pay(draft)] : [pay(draft), handIn(draft)]);
      expect(await statusOf(draft.applicationId)).toBe('COMPLETE');
      const completed = await db.auditEvent.count({ where: { stream: `application:${draft.applicationId}`, name: 'complete' } });
      expect(completed).toBe(1);
    }
  }, 60_000);

  test('a payment that is told twice is told once in the history', async () => {
    const draft = await aPaidOrder();
    const order = await db.order.findFirstOrThrow({ where: { applicationId: draft.applicationId } });
    await inTransaction((tx) => confirmPayment({ tx, orderId: order.id, now: draft.now }));
    const events = await db.auditEvent.count({ where: { stream: `application:${draft.applicationId}`, name: 'payment_confirmed' } });
    expect(events).toBe(1);
  });

  test('a paid form that is changed and stamped again is not paid again', async () => {
    const draft = await aPaidOrder();
    await act(reopenForm, { ...draft, ability: 'reopen_form', input: {} });
    await lock(draft, 1);
    await stamp(draft);
    expect(await statusOf(draft.applicationId)).toBe('COMPLETE');
    expect(await db.order.count({ where: { applicationId: draft.applicationId } })).toBe(1);
  });
});

describe('the stamped scan', () => {
  test('of an older version is refused by its code for the pages that have changed since, and for no others', async () => {
    const draft = await aLockedForm();
    const old = await issuedCodes(draft.applicationId);
    await act(reopenForm, { ...draft, ability: 'reopen_form', input: {} });
    await save(draft, 'category', { ...teacher, post: '高中化学' });
    await lock(draft, 1);
    await storedScan(draft, old);
    const refused = await handIn(draft).then(() => '', (error: Error) => error.message);
    const named = /有 \d 张是第 1 版申报书，内容已经改过，不能使用；请打印第 2 版的第 ([\d、]+) 页，签字盖章后重新上传。$/.exec(refused)?.[1];
    const changed = named?.split('、').map(Number) ?? [];
    const current = await issuedCodes(draft.applicationId);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(current.length / 2);
    await storedScan(draft, changed.map((page) => current[page - 1] ?? []));
    await handIn(draft);
    const { sheets } = await db.stampedForm.findFirstOrThrow({
      where: { applicationId: draft.applicationId },
      include: { sheets: { include: { sheet: true }, orderBy: { page: 'asc' } } },
    });
    expect(sheets.map(({ sheet }) => sheet.formVersion)).toEqual(current.map((_, index) => (changed.includes(index + 1) ? 2 : 1)));
  });

  test('of somebody else is refused', async () => {
    const [mine, other] = [await aLockedForm(), await aLockedForm()];
    await storedScan(mine, await issuedCodes(other.applicationId));
    await expect(handIn(mine)).rejects.toThrow('是另一份申报书');
  });

  test('with a page missing names the page', async () => {
    const draft = await aLockedForm();
    const codes = await issuedCodes(draft.applicationId);
    await storedScan(draft, [...codes.slice(0, 1), ...codes.slice(2)]);
    await expect(handIn(draft)).rejects.toThrow('没有找到第 2 页');
  });

  test('with a page that cannot be read passes, with a note for staff', async () => {
    const draft = await aLockedForm();
    const [, ...codes] = await issuedCodes(draft.applicationId);
    await storedScan(draft, [[], ...codes]);
    await expect(handIn(draft)).rejects.toThrow('我已看过提示，仍要提交');
    await handIn(draft, draft.actor, { hintsSeen: 'yes' });
    const stamped = await db.stampedForm.findFirstOrThrow({ where: { applicationId: draft.applicationId } });
    expect(stamped.readings).toMatchObject({ outcome: 'people_look', missing: [1] });
  });

  test('without any page is asked for', async () => {
    await expect(handIn(await aLockedForm())).rejects.toThrow('请先上传签字盖章后的申报书扫描件');
  });

  test('may come from the administrator of the unit, with wording, person and time of the statement', async () => {
    const draft = await aLockedForm();
    const admin = await unitAdminOf(await unitIdOf(unitNames.school));
    await stamp(draft, admin);
    const stamped = await db.stampedForm.findFirstOrThrow({ where: { applicationId: draft.applicationId } });
    expect(stamped).toMatchObject({ status: 'UNIT_CONFIRMED', attestedById: admin.personId, attestedAt: draft.now });
    expect(stamped.attestation.length).toBeGreaterThan(10);
  });

  test('may not come from the administrator of another unit', async () => {
    const draft = await aLockedForm();
    const admin = await unitAdminOf(await unitIdOf(unitNames.kindergarten));
    await expect(stamp(draft, admin)).rejects.toThrow('not found');
  });

  test('may not come from an administrator for himself', async () => {
    const draft = await aLockedForm();
    const himself = { ...draft.actor, role: 'UNIT_ADMIN' as const, unitId: await unitIdOf(unitNames.school) };
    await expect(stamp(draft, himself)).rejects.toThrow('not found');
  });
});
