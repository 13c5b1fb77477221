import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { uploadedFile } from '@/lib/files/uploaded-file';
import { beijingDay, parsePlainDate } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import type { LoadedOrder } from './lock-order';
import { moveOrder } from './move-order';
import type { UploadVoucherInput } from './schema';

/** The payer says that the money has been transferred; finance staff look for it on the account. */
export async function uploadVoucher(
  step: Step<Transaction, LoadedOrder, UploadVoucherInput>,
): Promise<{ orderId: string }> {
  const { tx, actor, subject: order, input, now } = step;
  const paidOn = parsePlainDate(input.paidOn);
  if (!paidOn || input.paidOn > beijingDay(now)) throw inputError('paidOn', '付款日期不能晚于今天。');
  if (input.amount !== order.totalFen) {
    throw inputError('amount', `订单金额是 ${yuan(order.totalFen)}。转账金额不同时，请先联系财务人员，不要再次转账。`);
  }
  const { personId } = actor;
  if (!personId) throw new Error('only a person uploads a voucher');
  const file = await uploadedFile(tx, {
    actor,
    fileId: input.fileId,
    purpose: 'PAYMENT_VOUCHER',
    applicationId: order.applicationId,
  });
  await tx.paymentVoucher.create({
    data: {
      orderId: order.id,
      fileId: file.id,
      payerName: input.payerName,
      paidOn,
      amountFen: input.amount,
      uploadedById: personId,
      uploadedAt: now,
    },
  });
  await moveOrder({ tx, order, to: 'VOUCHER_UPLOADED' });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'voucher_uploaded',
    actor,
    at: now,
    from: order.status,
    to: 'VOUCHER_UPLOADED',
    note: `转账凭证 ${yuan(input.amount)}，付款日期 ${input.paidOn}`,
    data: { fileId: file.id, amountFen: input.amount },
    isPublic: true,
  });
  return { orderId: order.id };
}

const inputError = (field: string, sentence: string) =>
  new DomainError('VOUCHER_WRONG', sentence, { [field]: [sentence] });
