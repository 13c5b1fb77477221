import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Banner } from '@/components/ui/banner';
import { longDateTime } from '@/lib/kernel/dates';
import type { Judgement } from '@/lib/kernel/judgement';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { reopenOrderAction } from '../../../my/orders/actions';

interface ClosedOrderProps {
  applicationId: string;
  order: LoadedOrder;
  pay: Judgement;
}

export function ClosedOrder({ applicationId, order, pay }: ClosedOrderProps) {
  const isRefunded = order.status !== 'CLOSED';
  const when = isRefunded ? '这个订单的费用已全额退还。' : order.closedAt ? `订单已于 ${longDateTime(order.closedAt)} 关闭。` : '订单已关闭。';
  return (
    <Banner
      tone="warning"
      title="这个订单不能再支付"
      action={
        pay.answer === 'yes' ? (
          <FormShell action={reopenOrderAction} fields={{ applicationId }}>
            <SubmitButton>重新生成订单</SubmitButton>
          </FormShell>
        ) : undefined
      }
    >
      {when}
      {pay.answer === 'not_yet' ? pay.because : null}
      {pay.answer === 'yes' ? '缴费还没有截止，可以重新生成订单，再缴费。' : null}
    </Banner>
  );
}
