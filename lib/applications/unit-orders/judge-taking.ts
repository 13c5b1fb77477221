import type { Actor } from '@/lib/kernel/actor';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { type JudgedApplication, judge } from '../policy';

/** What a person's order means for the unit that wants to pay for him. */
export type OwnOrder = Pick<LoadedOrder, 'status' | 'unitId' | 'totalFen' | 'number'> & {
  items: readonly { applicationId: string; isLive: boolean }[];
  attempts: readonly { status: LoadedOrder['attempts'][number]['status'] }[];
  unmatched: readonly { resolvedAt: Date | null }[];
};

export type Taking =
  | { answer: 'take' }
  /** In an order of this unit already. */
  | { answer: 'taken' }
  | { answer: 'leave_out'; because: string };

const because = (sentence: string): Taking => ({ answer: 'leave_out', because: sentence });

/** Whether the unit's order may take this person in: nobody else has paid, or is about to. */
export function judgeTaking(
  actor: Actor,
  application: JudgedApplication & { id: string },
  order: OwnOrder | null,
  now: Date,
): Taking {
  const judgement = judge(actor, 'pay_for', application, now);
  if (judgement.answer === 'not_yours') return because('已不在本单位。');
  if (application.hasPayment) return because('已缴费。');
  if (judgement.answer === 'not_yet') return because(judgement.because);
  if (!order?.items.some(({ applicationId, isLive }) => isLive && applicationId === application.id)) {
    return { answer: 'take' };
  }
  if (order.unitId === actor.unitId) return { answer: 'taken' };
  if (order.unitId) return because('已在另一个单位的订单中。');
  if (order.unmatched.some(({ resolvedAt }) => resolvedAt === null)) return because('本人有一笔到账正在核对。');
  if (order.status === 'VOUCHER_UPLOADED') return because('本人已上传转账凭证，正等待财务人员确认。');
  const isPaying = order.status === 'PAYING' || order.attempts.some(({ status }) => status === 'CREATED');
  if (isPaying) return because('本人正在在线支付，结果还没有查到，请稍后再试。');
  return order.status === 'UNPAID' ? { answer: 'take' } : because('本人已缴费。');
}
