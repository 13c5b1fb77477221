import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Countdown } from '@/components/ui/countdown';
import { longDateTime } from '@/lib/kernel/dates';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { queryPaymentAction } from './actions';
import type { NextStep } from './next-step';
import { RefundNotes } from './refund-notes';

interface OrderStepProps {
  order: LoadedOrder;
  step: NextStep;
  now: Date;
}

export function OrderStep({ order, step, now }: OrderStepProps) {
  return (
    <>
      <p>{step.words}</p>
      <RefundNotes refunds={order.refunds} />
      {step.showsDeadline ? (
        <p>
          {order.unitId ? '有效期至' : '缴费截止'}：{longDateTime(order.expiresAt)}，
          <strong>
            <Countdown until={order.expiresAt.toISOString()} now={now.toISOString()} />
          </strong>
        </p>
      ) : null}
      {step.asksFirst || step.mayAsk ? (
        <FormShell
          id={`query-${order.number}`}
          action={queryPaymentAction}
          fields={{ orderId: order.id, from: 'order' }}
        >
          {step.mayAsk ? <p>付过款，这里却没有显示？请先查询结果，不要重复付款。</p> : null}
          <div className="button-row">
            <SubmitButton variant={step.mayAsk ? 'secondary' : 'primary'} pendingText="正在向支付平台查询…">
              我已支付，查询结果
            </SubmitButton>
          </div>
        </FormShell>
      ) : null}
    </>
  );
}
