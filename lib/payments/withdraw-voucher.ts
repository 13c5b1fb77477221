import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { LoadedOrder } from './lock-order';
import { moveOrder } from './move-order';

/** The payer takes back a voucher that nobody has decided on, for instance one of another transfer. */
export async function withdrawVoucher({
  tx,
  actor,
  subject: order,
  now,
}: Step<Transaction, LoadedOrder, unknown>): Promise<void> {
  if (order.vouchers.some(({ status, foundById }) => status === 'UPLOADED' && foundById !== null)) {
    throw new DomainError('FOUND', '财务人员已查到这笔转账，正等另一位财务人员确认，不能再撤回，也请不要再付款。');
  }
  const { count } = await tx.paymentVoucher.updateMany({
    where: { orderId: order.id, status: 'UPLOADED' },
    data: { status: 'WITHDRAWN', decidedAt: now },
  });
  if (count === 0 || order.status !== 'VOUCHER_UPLOADED') {
    throw new DomainError('NO_VOUCHER', '没有等待确认的凭证，请刷新后再看。');
  }
  await moveOrder({ tx, order, to: 'UNPAID' });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'voucher_withdrawn',
    actor,
    at: now,
    from: 'VOUCHER_UPLOADED',
    to: 'UNPAID',
    isPublic: true,
  });
}
