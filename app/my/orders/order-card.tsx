import { OrderFacts } from '@/components/payments/order-facts';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { halfMissing } from '@/lib/applications/journey';
import type { OwnCard } from '@/lib/applications/own-queries';
import { unitPays } from '@/lib/applications/unit-orders/unit-payment';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { hasReceipt } from '@/lib/payments/paid-by';
import { OrderStep } from './order-step';
import { orderStep } from './next-step';

interface OrderCardProps {
  order: LoadedOrder;
  application: OwnCard | null;
  now: Date;
}

/** The five lines of the notice, which half of the application is missing, and the one thing to do. */
export function OrderCard({ order, application, now }: OrderCardProps) {
  const counts = order.items.some(({ isLive }) => isLive);
  const missing = application && counts && halfMissing(application, unitPays(application) ? 'unit' : 'himself');
  const step = orderStep(order, now);
  return (
    <Card heading="h2" title={order.title} action={<TextLink href={`/my/orders/${order.number}`}>订单详情</TextLink>}>
      <div className="stack-small">
        <OrderFacts order={order} />
        <OrderStep order={order} step={step} now={now} />
        {missing ? <p>{missing}</p> : null}
        {application ? (
          <div className="button-row">
            {step.canPay ? (
              <ButtonLink href={`/apply/${application.id}/pay`} variant={step.asksFirst ? 'secondary' : 'primary'}>
                {step.payWords}
              </ButtonLink>
            ) : null}
            {hasReceipt(order) ? (
              <ButtonLink href={`/my/orders/${order.number}/receipt`} variant="secondary">
                缴费凭证
              </ButtonLink>
            ) : null}
            <ButtonLink href={`/apply/${application.id}`} variant="secondary">
              查看申报
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
