import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Card } from '@/components/ui/card';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { startPaymentAction } from './actions';
import type { Device } from '../device';
import { BeginInside } from './inside-wechat';
import type { InsideStep } from './inside-step';
import { channelWords, type OfferedWay, offeredWays, wayWords } from './ways';

interface OnlinePaymentProps {
  order: LoadedOrder;
  device: Device;
  inside: InsideStep | null;
}

/** Every way that is set up; in each, what fits the device first. */
export function OnlinePayment({ order, device, inside }: OnlinePaymentProps) {
  const ways = offeredWays(device);
  if (ways.length === 0) return null;
  return (
    <Card heading="h2" title="方式一：在线支付">
      <div className="stack">
        <p>用{ways.map(({ way }) => wayWords[way]).join('或')}付款，到账后订单立即变为“已支付”，不用上传凭证。</p>
        {device.isWechat && !inside ? <p>您正在微信中打开本页：请点右上角“…”，选“在浏览器打开”，再付款。</p> : null}
        {inside ? <p>不想用微信付款？请点右上角“…”，选“在浏览器打开”，再选其他方式。</p> : null}
        {inside ? (
          <BeginInside order={order} inside={inside} words={channelWords.JSAPI.begin} />
        ) : (
          ways.map((offered) => <Way key={offered.way} order={order} offered={offered} />)
        )}
      </div>
    </Card>
  );
}

function Way({ order, offered: { way, channels } }: { order: LoadedOrder; offered: OfferedWay }) {
  return (
    <section className="stack-small">
      <h3>{wayWords[way]}</h3>
      <FormShell id={`pay-by-${way}`} action={startPaymentAction} fields={{ orderId: order.id }}>
        <div className="button-row">
          {channels.map((channel, place) => (
            <SubmitButton
              key={channel}
              name="channel"
              value={channel}
              variant={place === 0 ? 'primary' : 'secondary'}
              pendingText="正在连接支付通道…"
            >
              {channelWords[channel].begin}
            </SubmitButton>
          ))}
        </div>
      </FormShell>
    </section>
  );
}
