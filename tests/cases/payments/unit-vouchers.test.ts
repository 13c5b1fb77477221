import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { admitUpload } from '@/lib/applications/admit-upload';
import { confirmPayment } from '@/lib/applications/confirm-payment';
import { findFile } from '@/lib/applications/find-file';
import { lockVoucherFirst } from '@/lib/applications/lock-for-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { confirmVoucher } from '@/lib/payments/confirm-voucher';
import { lockOrder } from '@/lib/payments/lock-order';
import { paidBy } from '@/lib/payments/paid-by';
import { confirmVoucherInput, uploadVoucherInput } from '@/lib/payments/schema';
import { uploadVoucher } from '@/lib/payments/upload-voucher';
import { financeOf, orderNow, payDay as now, somebody } from '../../build/paying-applicant';
import { aUnit, orderFor, type PayingUnit, payingUnit } from '../../build/paying-unit';

let unit: PayingUnit;
let orderId: string;

beforeEach(async () => {
  unit = await payingUnit([{}, { status: 'SUBMITTED', hasMaterials: true }]);
  orderId = (await orderFor({ by: unit.admin, people: unit.people })).order.id;
});

afterEach(async () => {
  expect(await checkBooks()).toEqual([]);
});

async function handIn(by: Actor): Promise<string> {
  const personId = by.personId ?? '';
  const { id: fileId } = await db.storedFile.create({
    data: {
      ...{ ownerId: personId, uploadedById: personId, purpose: 'PAYMENT_VOUCHER', storageKey: `files/${randomUUID()}` },
      ...{ name: '回单.pdf', mediaType: 'application/pdf', bytes: 1000, sha256: '', status: 'CLEAN', createdAt: now },
    },
  });
  const typed = { orderId, fileId, payerName: '示例学校', paidOn: '2025年2月9日', amount: '200' };
  await inTransaction(async (tx) =>
    uploadVoucher({ tx, actor: by, subject: await lockOrder(tx, orderId), input: uploadVoucherInput.parse(typed), now }),
  );
  return fileId;
}

async function confirm(): Promise<void> {
  const [voucher] = (await orderNow(orderId)).vouchers;
  const input = confirmVoucherInput.parse({ voucherId: voucher?.id, bankReference: `B${randomUUID()}`, arrived: '200' });
  const actor = await financeOf('jiangsu');
  await inTransaction(async (tx) => {
    const settlement = await confirmVoucher({ tx, actor, subject: await lockVoucherFirst(tx, input), input, now });
    if (settlement.settled) await confirmPayment({ tx, orderId: settlement.orderId, now });
  });
}

describe('a unit’s transfer', () => {
  it('pays for everybody once finance staff have found it, and the receipt names the bank’s number', async () => {
    await handIn(unit.admin);
    expect((await orderNow(orderId)).status).toBe('VOUCHER_UPLOADED');
    await confirm();
    const order = await orderNow(orderId);
    expect([order.status, order.paidFen]).toEqual(['PAID', 20_000]);
    expect(paidBy(order)).toEqual({ provider: 'bank', reference: order.vouchers[0]?.bankReference });
    const statuses = await Promise.all(unit.people.map(({ applicationId }) => db.application.findUniqueOrThrow({ where: { id: applicationId } })));
    expect(statuses.map(({ status, hasPayment }) => [status, hasPayment])).toEqual([['AWAITING_STAMP', true], ['COMPLETE', true]]);
  });

  it('is seen by whoever administers the unit now and by finance staff of the payee, and by nobody else', async () => {
    const fileId = await handIn(unit.admin);
    const successor = { ...(await somebody('UNIT_ADMIN', '接任示例')), unitId: unit.unitId };
    for (const actor of [unit.admin, successor, await financeOf('jiangsu')]) {
      expect((await findFile(actor, fileId)).id).toBe(fileId);
    }
    const elsewhere = await aUnit();
    const left = { ...unit.admin, unitId: elsewhere.unitId };
    for (const actor of [left, elsewhere.admin, await financeOf('zhejiang'), ...unit.people.map((person) => person.actor)]) {
      await expect(findFile(actor, fileId)).rejects.toThrow('not found');
    }
  });

  it('is uploaded for no application, by administrators alone', async () => {
    const upload = { purpose: 'PAYMENT_VOUCHER' as const, bytes: 1000, now };
    expect(await admitUpload({ ...upload, actor: unit.admin })).toEqual({ ownerId: unit.admin.personId });
    await expect(admitUpload({ ...upload, actor: unit.people[0]?.actor ?? unit.admin })).rejects.toThrow('not found');
  });
});
