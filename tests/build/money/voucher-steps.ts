import { randomUUID } from 'node:crypto';
import { confirmPayment } from '@/lib/applications/confirm-payment';
import { lockVoucherFirst } from '@/lib/applications/lock-for-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { confirmVoucher } from '@/lib/payments/confirm-voucher';
import { lockOrder } from '@/lib/payments/lock-order';
import { judgeOrder } from '@/lib/payments/policy';
import { refuseVoucher } from '@/lib/payments/refuse-voucher';
import { confirmVoucherInput, refuseVoucherInput, uploadVoucherInput } from '@/lib/payments/schema';
import { uploadVoucher } from '@/lib/payments/upload-voucher';
import { withdrawVoucher } from '@/lib/payments/withdraw-voucher';
import { insist } from '../applications/act';
import type { StepOf } from './steps';
import type { MoneyWorld } from './world';

async function voucherFile({ applicant, now }: MoneyWorld): Promise<string> {
  const personId = applicant.actor.personId ?? '';
  const { applicationId } = await applicant.order();
  const { id } = await db.storedFile.create({
    data: {
      ...{ ownerId: personId, uploadedById: personId, applicationId, purpose: 'PAYMENT_VOUCHER', storageKey: `files/${randomUUID()}` },
      ...{ name: '回单.pdf', mediaType: 'application/pdf', bytes: 1000, sha256: '', status: 'CLEAN', createdAt: now },
    },
  });
  return id;
}

/** The payer says that he has transferred it. */
export async function handInVoucher(world: MoneyWorld): Promise<void> {
  const { applicant, now } = world;
  const typed = { orderId: applicant.orderId, fileId: await voucherFile(world), payerName: '示例付款人', paidOn: '2025年2月9日', amount: '100' };
  const input = uploadVoucherInput.parse(typed);
  await inTransaction(async (tx) => {
    const subject = await lockOrder(tx, applicant.orderId);
    insist(judgeOrder(applicant.actor, 'upload_voucher', subject, now));
    await uploadVoucher({ tx, actor: applicant.actor, subject, input, now });
  });
}

const waiting = ({ applicant }: MoneyWorld) =>
  db.paymentVoucher.findFirst({ where: { orderId: applicant.orderId, status: 'UPLOADED' } });

/** Both have read the same number on the account, which is the voucher's own. */
const numberOf = (voucherId: string): string => `V${voucherId.replaceAll('-', '').slice(-20)}`;

/** What is confirmed was there: above the limit when two have said so. */
export async function confirmTransfer(world: MoneyWorld, { by }: StepOf<'confirm_transfer'>): Promise<void> {
  const voucher = await waiting(world);
  if (!voucher) return;
  const input = confirmVoucherInput.parse({ voucherId: voucher.id, bankReference: numberOf(voucher.id), arrived: '100' });
  const settlement = await inTransaction(async (tx) => {
    const subject = await lockVoucherFirst(tx, { voucherId: voucher.id });
    insist(judgeOrder(world[by], 'decide_voucher', subject.order, world.now));
    const settled = await confirmVoucher({ tx, actor: world[by], subject, input, now: world.now });
    if (settled.settled) await confirmPayment({ tx, orderId: settled.orderId, now: world.now });
    return settled;
  });
  const first = world.foundBy.get(voucher.id);
  if (!settlement.settled && settlement.because === 'FOUND_FIRST') {
    if (first && first !== by) world.wrongs.push('a second person did not suffice');
    world.foundBy.set(voucher.id, by);
    return;
  }
  if (!first || first === by) world.wrongs.push('one person alone confirmed a large transfer');
  world.transferredFen += voucher.amountFen;
}

/** Not found; or found with another amount, which is then listed. */
export async function refuseTransfer(world: MoneyWorld, { arrivedFen }: StepOf<'refuse_transfer'>): Promise<void> {
  const voucher = await waiting(world);
  if (!voucher) return;
  const arrived = arrivedFen > 0 ? { bankReference: numberOf(voucher.id), arrived: String(arrivedFen / 100) } : {};
  const input = refuseVoucherInput.parse({ voucherId: voucher.id, note: '没有查到', ...arrived });
  await inTransaction(async (tx) => {
    const subject = await lockVoucherFirst(tx, { voucherId: voucher.id });
    insist(judgeOrder(world.cashier, 'decide_voucher', subject.order, world.now));
    await refuseVoucher({ tx, actor: world.cashier, subject, input, now: world.now });
  });
  world.transferredFen += arrivedFen;
}

export const withdrawTransfer = ({ applicant, now }: MoneyWorld): Promise<void> =>
  inTransaction(async (tx) => {
    const subject = await lockOrder(tx, applicant.orderId);
    insist(judgeOrder(applicant.actor, 'withdraw_voucher', subject, now));
    await withdrawVoucher({ tx, actor: applicant.actor, subject, input: {}, now });
  });
