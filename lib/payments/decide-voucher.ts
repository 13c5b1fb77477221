import type { PaymentVoucher } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';

/** What confirming and refusing have in common. */
export function insistUndecided(voucher: PaymentVoucher): void {
  if (voucher.status === 'UPLOADED') return;
  const by = voucher.decidedByName ? `已由${voucher.decidedByName}处理` : '已由申请人撤回';
  throw new DomainError('VOUCHER_DECIDED', `这份凭证${by}，请刷新后再看。`);
}

/** Nobody decides about money of his own. */
export function decider(actor: Actor, voucher: PaymentVoucher): { id: string; name: string } {
  if (!actor.personId || actor.personId === voucher.uploadedById) throw new NotFoundError('voucher');
  return { id: actor.personId, name: actor.name };
}

export async function insistFreeReference(tx: Transaction, reference: string): Promise<void> {
  // One at a time, so that two people at two orders cannot both find it free.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`bank:${reference}`}, 11))`;
  const used = await tx.paymentVoucher.findUnique({
    where: { bankReference: reference },
    select: { order: { select: { number: true } } },
  });
  if (!used) return;
  const sentence = `这个银行流水号已用于订单 ${used.order.number}，请核对。`;
  throw new DomainError('REFERENCE_USED', sentence, { bankReference: [sentence] });
}
