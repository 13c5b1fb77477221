import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYours } from '@/lib/kernel/judgement';
import type { Step } from '@/lib/kernel/step';
import { closeOrder } from '@/lib/payments/close-order';
import { lockOrder } from '@/lib/payments/lock-order';
import { judgeOrder } from '@/lib/payments/policy';
import type { Payable } from '../lock-for-payment';
import { freePeople } from './free-people';

/** A person's own order is not cancelled: it ends with the window, or when he withdraws. */
export const judgeCancel = (actor: Actor, { order }: Payable, now: Date): Judgement =>
  order.unitId ? judgeOrder(actor, 'cancel', order, now) : notYours;

/** The unit pays otherwise, or for others: its people are free again. */
export async function cancelUnitOrder({ tx, actor, subject, now }: Step<Transaction, Payable, unknown>): Promise<void> {
  const { order } = subject;
  await closeOrder({ tx, actor, order, reason: '单位取消了订单。', now });
  await freePeople({ tx, order: await lockOrder(tx, order.id), now });
}
