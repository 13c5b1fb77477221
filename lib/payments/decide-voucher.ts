import type { PaymentVoucher } from '@/lib/db/generated/client';
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
