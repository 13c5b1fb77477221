import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { PaymentWatch } from '@/components/payments/payment-watch';
import { QrCode } from '@/components/payments/qr-code';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Countdown } from '@/components/ui/countdown';
import { Disclosure } from '@/components/ui/disclosure';
import { yuan } from '@/lib/kernel/money';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { payAddress, payLink } from '@/lib/payments/pay-link';
import { pulseOf } from '@/lib/payments/queries';
import { leavePaymentAction, queryPaymentAction } from '../../../my/orders/actions';
import { orderPage } from '../../../my/orders/order-pages';
import { startPaymentAction } from './actions';
import type { Device } from '../device';
import { BeginInside, PayInside } from './inside-wechat';
import type { InsideStep } from './inside-step';
import { channelWords, offeredWays, wayOfChannel } from './ways';

type Attempt = LoadedOrder['attempts'][number];

interface LivePaymentProps {
  order: LoadedOrder;
  device: Device;
  inside: InsideStep | null;
  now: Date;
}

/** A payment has been begun: to pay it, to ask about it, or to leave it; nothing else until it is settled. */
export function LivePayment({ order, device, inside, now }: LivePaymentProps) {
  const live = order.attempts.find(({ status }) => status === 'CREATED');
  return (
    <Card heading="h2" title={`在线支付 ${yuan(order.totalFen)}`}>
      <div className="stack">
        {live ? <PayNow order={order} attempt={live} device={device} inside={inside} now={now} /> : null}
        <PaymentWatch orderNumber={order.number} pulse={pulseOf(order)} />
        <FormShell id="query-payment" action={queryPaymentAction} fields={{ orderId: order.id, from: 'pay' }}>
          <p>付完款却没有变化？请查询结果，不要重复付款。</p>
          <SubmitButton variant="secondary" pendingText="正在向支付平台查询…">
            我已支付，查询结果
          </SubmitButton>
        </FormShell>
        <Disclosure summary="不用这种方式付款">
          <div className="stack-small">
            {live ? <OtherChannels order={order} attempt={live} device={device} inside={inside} /> : null}
            <FormShell id="leave-payment" action={leavePaymentAction} fields={{ orderId: order.id }}>
              <p>换一种方式或放弃之前，系统先确认这一笔没有付款，再关闭它；放弃后可以改用线下转账。</p>
              <div className="button-row">
                <SubmitButton variant="quiet" pendingText="正在关闭…">
                  放弃在线支付
                </SubmitButton>
              </div>
            </FormShell>
          </div>
        </Disclosure>
      </div>
    </Card>
  );
}

function PayNow({ order, attempt, device, inside, now }: LivePaymentProps & { attempt: Attempt }) {
  if (inside?.code) return <BeginInside order={order} inside={inside} words={channelWords.JSAPI.begin} />;
  const isOver = attempt.expiresAt <= now;
  if (isOver || !attempt.payUrl) {
    return (
      <>
        <Banner tone="warning" title={isOver ? '付款时间已过' : '支付通道还没有应答'}>
          {isOver ? '如果没有付款，请重新获取；如果已经付款，请查询结果。' : '系统会自动再试，您也可以重新发起。'}
        </Banner>
        <Renew order={order} channel={attempt.channel} inside={inside} words="重新获取" />
      </>
    );
  }
  const link = payLink(attempt, orderPage(order));
  const showsCode = attempt.channel === 'NATIVE';
  const isAlipay = wayOfChannel(attempt.channel) === 'alipay';
  return (
    <div className="flex flex-wrap items-start gap-6">
      {showsCode ? <QrCode text={payAddress(attempt)} label="付款二维码，请用微信扫一扫" /> : null}
      <div className="stack-small">
        {attempt.channel === 'JSAPI' ? <PayInside order={order} attempt={attempt} device={device} /> : null}
        {showsCode ? <p>{device.isPhone ? '请用另一台手机的微信扫码付款。' : '请用微信“扫一扫”付款。'}</p> : null}
        <p>
          请在时限内付款，
          <strong>
            <Countdown
              until={attempt.expiresAt.toISOString()}
              now={now.toISOString()}
              endedText="时间已过，请刷新本页"
            />
          </strong>
        </p>
        {link ? (
          <ButtonLink href={link} variant={showsCode ? 'secondary' : 'primary'}>
            {showsCode ? '在本机打开收银台' : isAlipay ? '打开支付宝付款' : '打开收银台付款'}
          </ButtonLink>
        ) : null}
        {showsCode ? <Renew order={order} channel={attempt.channel} inside={inside} words="重新获取二维码" /> : null}
      </div>
    </div>
  );
}

type OtherChannelsProps = Pick<LivePaymentProps, 'order' | 'device' | 'inside'> & { attempt: Attempt };

function OtherChannels({ order, attempt, device, inside }: OtherChannelsProps) {
  if (inside) {
    return attempt.channel === 'JSAPI' ? null : <BeginInside order={order} inside={inside} words={channelWords.JSAPI.change} />;
  }
  const others = offeredWays(device)
    .flatMap(({ channels }) => channels)
    .filter((channel) => channel !== attempt.channel);
  return (
    <FormShell id="other-channel" action={startPaymentAction} fields={{ orderId: order.id }}>
      <div className="button-row">
        {others.map((channel) => (
          <SubmitButton key={channel} name="channel" value={channel} variant="quiet" pendingText="正在连接支付通道…">
            {channelWords[channel].change}
          </SubmitButton>
        ))}
      </div>
    </FormShell>
  );
}

interface RenewProps {
  order: LoadedOrder;
  channel: string;
  inside: InsideStep | null;
  words: string;
}

function Renew({ order, channel, inside, words }: RenewProps) {
  if (channel === 'JSAPI') return inside && <BeginInside order={order} inside={inside} words={words} />;
  return (
    <FormShell
      id="renew-payment"
      action={startPaymentAction}
      fields={{ orderId: order.id, channel, renew: 'yes' }}
    >
      <SubmitButton variant="quiet" pendingText="正在连接支付通道…">
        {words}
      </SubmitButton>
    </FormShell>
  );
}
