import { OrderFacts } from '@/components/payments/order-facts';
import { RefundText } from '@/components/catalogue/refund-text';
import { Card } from '@/components/ui/card';
import { Countdown } from '@/components/ui/countdown';
import { TextLink } from '@/components/ui/text-link';
import { longDateTime } from '@/lib/kernel/dates';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { orderPage } from '../../../my/orders/order-pages';

const open = ['UNPAID', 'PAYING', 'VOUCHER_UPLOADED'];

export function OrderSummary({ order, now }: { order: LoadedOrder; now: Date }) {
  return (
    <Card heading="h2" title={order.title} action={<TextLink href={orderPage(order)}>订单详情</TextLink>}>
      <OrderFacts order={order} />
      <p className="mt-4">收款单位：{order.payee.name}</p>
      <RefundText policy={order.cycle.refundPolicy} />
      {open.includes(order.status) ? (
        <p>
          {order.unitId ? '有效期至' : '缴费截止'}：{longDateTime(order.expiresAt)}，
          <strong>
            <Countdown until={order.expiresAt.toISOString()} now={now.toISOString()} />
          </strong>
        </p>
      ) : null}
    </Card>
  );
}
