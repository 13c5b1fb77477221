import type { Prisma, Refund, RefundStatus } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';

/** What may become of a refund. One that failed can be sent again under its number, or be transferred by hand. */
export const refundMoves: Record<RefundStatus, readonly RefundStatus[]> = {
  PROPOSED: ['APPROVED', 'WITHDRAWN'],
  APPROVED: ['SENT', 'SUCCEEDED', 'FAILED'],
  SENT: ['SUCCEEDED', 'FAILED'],
  FAILED: ['APPROVED', 'SUCCEEDED'],
  SUCCEEDED: [],
  WITHDRAWN: [],
};

interface RefundMove {
  tx: Transaction;
  refund: Refund;
  to: RefundStatus;
  set?: Prisma.RefundUncheckedUpdateManyInput;
}

/** The only writer of a refund's status: allowed by the table, and only from the status that was read. */
export async function moveRefund({ tx, refund, to, set }: RefundMove): Promise<Refund> {
  const { id, status, number } = refund;
  if (!refundMoves[status].includes(to)) throw new Error(`refund ${number}: no move from ${status} to ${to}`);
  const { count } = await tx.refund.updateMany({ where: { id, status }, data: { ...set, status: to } });
  if (count !== 1) throw new DomainError('MOVED_MEANWHILE', '这笔退款的状态刚刚有变化，请刷新后再试。');
  return tx.refund.findUniqueOrThrow({ where: { id } });
}
