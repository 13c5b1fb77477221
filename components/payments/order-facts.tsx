import { type OrderStatusCode, orderStatusLabel } from '@/lib/payments/labels';
import { tableDateTime } from '@/lib/kernel/dates';
import { KeyValue } from '../ui/key-value';
import { Money } from '../ui/money';
import { StatusTag } from '../ui/tag';

export interface OrderShown {
  number: string;
  totalFen: number;
  paidFen: number;
  status: OrderStatusCode;
  createdAt: Date;
  /** The cycle's texts word an unpaid order. */
  cycle: { texts: unknown };
}

/** The five lines of an order card, worded and ordered as in the notice. */
export function OrderFacts({ order, columns = 2 }: { order: OrderShown; columns?: 1 | 2 }) {
  return (
    <KeyValue
      columns={columns}
      items={[
        { term: '订单总金额', value: <Money fen={order.totalFen} emphasis /> },
        { term: '已支付金额', value: <Money fen={order.paidFen} emphasis /> },
        { term: '订单编号', value: order.number },
        { term: '订单状态', value: <StatusTag {...orderStatusLabel(order.status, order.cycle.texts)} /> },
        { term: '订单创建时间', value: tableDateTime(order.createdAt) },
      ]}
    />
  );
}
