import { randomUUID } from 'node:crypto';
import { confirmPayment } from '@/lib/applications/confirm-payment';
import { lockVoucherFirst } from '@/lib/applications/lock-for-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { confirmVoucher } from '@/lib/payments/confirm-voucher';
import { lockOrder } from '@/lib/payments/lock-order';
import { confirmVoucherInput, refuseVoucherInput, uploadVoucherInput } from '@/lib/payments/schema';
import { refuseVoucher } from '@/lib/payments/refuse-voucher';
import { uploadVoucher } from '@/lib/payments/upload-voucher';
import { payDay as now, type PayingApplicant } from './paying-applicant';

/** An applicant hands in a voucher of a transfer of the whole amount. */
export async function handIn({ actor, applicationId, orderId, order }: PayingApplicant): Promise<string> {
  const personId = actor.personId ?? '';
  const { id: fileId } = await db.storedFile.create({
    data: {
      ...{ ownerId: personId, uploadedById: personId, applicationId, purpose: 'PAYMENT_VOUCHER', storageKey: `files/${randomUUID()}` },
      ...{ name: '回单.pdf', mediaType: 'application/pdf', bytes: 1000, sha256: '', status: 'CLEAN', createdAt: now },
    },
  });
  const input = uploadVoucherInput.parse({ orderId, fileId, payerName: '示例付款人', paidOn: '2025年2月9日', amount: '100' });
  await inTransaction(async (tx) => uploadVoucher({ tx, actor, subject: await lockOrder(tx, orderId), input, now }));
  return (await order()).vouchers.find(({ status }) => status === 'UPLOADED')?.id ?? '';
}

/** Somebody in finance has found it under this number. */
export const confirmTransfer = ({ voucherId, bankReference, by }: { voucherId: string; bankReference: string; by: Actor }) =>
  inTransaction(async (tx) => {
    const input = confirmVoucherInput.parse({ voucherId, bankReference, arrived: '100' });
    const settlement = await confirmVoucher({ tx, actor: by, subject: await lockVoucherFirst(tx, input), input, now });
    if (settlement.settled) await confirmPayment({ tx, orderId: settlement.orderId, now });
    return settlement;
  });

/** Found with another amount, which is then listed. */
export const refuseTransfer = ({ voucherId, bankReference, arrived, by }: { voucherId: string; bankReference: string; arrived: string; by: Actor }) =>
  inTransaction(async (tx) => {
    const input = refuseVoucherInput.parse({ voucherId, note: '金额不符', bankReference, arrived });
    await refuseVoucher({ tx, actor: by, subject: await lockVoucherFirst(tx, input), input, now });
  });
