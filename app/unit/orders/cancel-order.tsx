import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Actor } from '@/lib/kernel/actor';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { judgeOrder } from '@/lib/payments/policy';
import { cancelUnitOrderAction } from './actions';

interface CancelOrderProps {
  order: LoadedOrder;
  actor: Actor;
  now: Date;
}

export function CancelOrder({ order, actor, now }: CancelOrderProps) {
  if (judgeOrder(actor, 'cancel', order, now).answer !== 'yes') return null;
  return (
    <ConfirmDialog id="cancel-order" trigger="取消订单" triggerVariant="secondary" title="取消订单">
      <p>订单关闭，没有收款。名单上的人各自恢复为自己缴费，并收到通知；您也可以重新选择人员生成订单。</p>
      <p>如果已经付款或转账，请不要取消。</p>
      <FormShell action={cancelUnitOrderAction} fields={{ orderId: order.id }}>
        <SubmitButton variant="danger">确认取消订单</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}
