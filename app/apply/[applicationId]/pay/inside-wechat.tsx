import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { WechatPayButton } from '@/components/payments/wechat-pay-button';
import { ButtonLink } from '@/components/ui/button';
import { yuan } from '@/lib/kernel/money';
import { paymentProviders } from '@/lib/payments/gateway';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { orderPage } from '../../../my/orders/order-pages';
import type { Device } from '../device';
import { startPaymentAction } from './actions';
import type { InsideStep } from './inside-step';

/** First to WeChat, which says who is there; back from it, the payment is begun. */
export function BeginInside({ order, inside, words }: { order: LoadedOrder; inside: InsideStep; words: string }) {
  if (!inside.code) {
    return (
      <div>
        <ButtonLink href={inside.askWho}>{words}</ButtonLink>
      </div>
    );
  }
  return (
    <FormShell
      id="pay-inside"
      action={startPaymentAction}
      fields={{ orderId: order.id, channel: 'JSAPI', code: inside.code, renew: 'yes' }}
    >
      <p>微信已确认您的身份。</p>
      <SubmitButton pendingText="正在连接微信支付…">{`继续付款 ${yuan(order.totalFen)}`}</SubmitButton>
    </FormShell>
  );
}

type Attempt = LoadedOrder['attempts'][number];

/** The payment is open: WeChat's own script takes it from here. */
export function PayInside({ order, attempt, device }: { order: LoadedOrder; attempt: Attempt; device: Device }) {
  const inside = paymentProviders().find(({ name }) => name === attempt.provider)?.inside;
  if (!device.isWechat || !inside) return <p>这一笔在微信中发起：请回到微信付款，或改用其他方式。</p>;
  return <WechatPayButton call={inside.callFor(attempt.payUrl)} words={`微信支付 ${yuan(order.totalFen)}`} donePath={orderPage(order)} />;
}
