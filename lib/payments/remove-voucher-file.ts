import type { Transaction } from '@/lib/db/transaction';
import { removeFile } from '@/lib/files/remove-file';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { LoadedOrder } from './lock-order';

/** Takes back a voucher's file that was uploaded and not yet handed in. */
export async function removeVoucherFile(step: Step<Transaction, LoadedOrder, { id: string }>): Promise<void> {
  const { tx, actor, subject: order, input, now } = step;
  const file = await tx.storedFile.findUnique({ where: { id: input.id } });
  const isOurs = file?.applicationId === order.applicationId && file.purpose === 'PAYMENT_VOUCHER';
  if (!file || !isOurs || file.uploadedById !== actor.personId) throw new NotFoundError('file');
  if (order.vouchers.some(({ fileId }) => fileId === file.id)) {
    throw new DomainError('VOUCHER_HANDED_IN', '这个凭证已经提交，不能删除。');
  }
  await removeFile({ tx, actor, file, now });
}
