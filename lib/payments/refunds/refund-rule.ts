import type { RefundPolicy } from '@/lib/catalogue/schema';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { OrderRefundReason } from '../labels';

const ruled: Record<OrderRefundReason, keyof Pick<RefundPolicy, 'rejected' | 'withdrawn'> | null> = {
  REVIEW_REJECTED: 'rejected',
  APPLICATION_WITHDRAWN: 'withdrawn',
  STAFF_DECISION: null,
};

export interface RuledWish {
  policy: RefundPolicy;
  reason: OrderRefundReason;
  amountFen: number;
  leftFen: number;
}

/** What the cycle's rule says is kept to; a decision of the association's own is free up to what is left. */
export function insistOnRule({ policy, reason, amountFen, leftFen }: RuledWish): void {
  const part = ruled[reason];
  const rule = part ? policy[part] : 'decide';
  if (rule === 'none') {
    const sentence = '按本年度的退费规定，这种情况不退费；确需退费，请选“协会决定退款”并写明依据。';
    throw new DomainError('NOT_BY_RULE', sentence, { reason: [sentence] });
  }
  if (rule === 'full' && amountFen !== leftFen) {
    const sentence = `按本年度的退费规定，这种情况应全额退还 ${yuan(leftFen)}。`;
    throw new DomainError('NOT_BY_RULE', sentence, { amount: [sentence] });
  }
}
