import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Card } from '@/components/ui/card';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { paymentProvider } from '@/lib/payments/gateway';
import { startPaymentAction } from './actions';
import type { Device } from '../device';

/** The way that fits the device first, the other one below it. */
export function OnlinePayment({ order, device }: { order: LoadedOrder; device: Device }) {
  if (!paymentProvider()) return null;
  const [first, second] = device.isPhone ? [phone, code] : [code, phone];
  return (
    <Card heading="h2" title="方式一：在线支付">
      <div className="stack-small">
        <p>用微信付款，到账后订单立即变为“已支付”，不用上传凭证。</p>
        {device.isWechat ? <p>您正在微信中打开本页：请点右上角“…”，选“在浏览器打开”，再付款。</p> : null}
        <FormShell action={startPaymentAction} fields={{ orderId: order.id }}>
          <div className="button-row">
            <SubmitButton name="channel" value={first.channel} pendingText="正在连接支付通道…">
              {first.words}
            </SubmitButton>
            <SubmitButton name="channel" value={second.channel} variant="secondary" pendingText="正在连接支付通道…">
              {second.words}
            </SubmitButton>
          </div>
        </FormShell>
      </div>
    </Card>
  );
}

const code = { channel: 'NATIVE', words: '显示付款二维码' };
const phone = { channel: 'H5', words: '在本机打开收银台' };
