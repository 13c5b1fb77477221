import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { LoadedOrder } from './lock-order';
import { moveOrder } from './move-order';

interface Closing {
  tx: Transaction;
  actor: Actor;
  /** Locked. */
  order: LoadedOrder;
  reason: string;
  now: Date;
}

/** Ends an order that nobody has paid. What is open at the provider is closed there by the next reconciliation. */
export async function closeOrder({ tx, actor, order, reason, now }: Closing): Promise<void> {
  if (order.status === 'CLOSED') return;
  if (order.status === 'VOUCHER_UPLOADED') {
    throw new DomainError('VOUCHER_WAITS', '转账凭证正等待财务人员确认，请先撤回凭证。');
  }
  if (order.status !== 'UNPAID' && order.status !== 'PAYING') {
    throw new DomainError('ORDER_PAID', '订单已支付，不能关闭。');
  }
  await moveOrder({ tx, order, to: 'CLOSED', set: { closedAt: now } });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'order_closed',
    actor,
    at: now,
    from: order.status,
    to: 'CLOSED',
    note: reason,
    isPublic: true,
  });
}
