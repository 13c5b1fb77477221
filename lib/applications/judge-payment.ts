import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYet, yes } from '@/lib/kernel/judgement';
import { type JudgedOrder, judgeOrder, type OrderAbility } from '@/lib/payments/policy';
import { type JudgedApplication, judge } from './policy';

interface Payable {
  order: JudgedOrder;
  applications: readonly (JudgedApplication & { number: string })[];
}

/** Whether this person may pay this order now: the order itself, and everything that it pays for. */
export function judgePayment(actor: Actor, ability: OrderAbility, payable: Payable, now: Date): Judgement {
  const { order, applications } = payable;
  const ofOrder = judgeOrder(actor, ability, order, now);
  if (ofOrder.answer !== 'yes') return ofOrder;
  for (const application of applications) {
    const judgement = judgeShare(actor, order, application, now);
    if (judgement.answer !== 'yes') return judgement;
  }
  return yes;
}

/** One who has left or ended cannot be paid for, and holds up the others until the unit makes another order. */
export function judgeShare(
  actor: Actor,
  { unitId }: Pick<JudgedOrder, 'unitId'>,
  application: JudgedApplication & { number: string },
  now: Date,
): Judgement {
  if (unitId === null) return judge(actor, 'pay', application, now);
  const judgement = judge(actor, 'pay_for', application, now);
  if (judgement.answer === 'yes') return yes;
  const because = judgement.answer === 'not_yet' ? judgement.because : '已不在本单位。';
  return notYet(`申报 ${application.number} 不能缴费：${because}请取消本订单，重新选择人员生成订单。`);
}
