import { env } from '@/lib/env';
import type { Actor } from '@/lib/kernel/actor';
import { paymentProviders } from '@/lib/payments/gateway';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { providerOfWay } from '@/lib/payments/providers';
import { isPayerState, makePayerState } from '@/lib/web/payer-state';
import { payPage } from '../../../my/orders/order-pages';
import type { Device } from '../device';

/** Paying inside WeChat takes two presses: WeChat says who is there, then the payment is begun in his name. */
export interface InsideStep {
  askWho: string;
  /** Just brought back from WeChat. */
  code: string | null;
}

interface Visit {
  order: LoadedOrder;
  actor: Actor;
  device: Device;
  query: Record<string, string | string[] | undefined>;
}

/** Null in other browsers, and where it is not set up. */
export function insideStep({ order, actor, device, query }: Visit): InsideStep | null {
  const inside = providerOfWay(paymentProviders(), 'wechat')?.inside;
  if (!device.isWechat || !inside) return null;
  const subject = `${order.id}:${actor.personId}`;
  const returnUrl = new URL(payPage(order), env.APP_URL).href;
  const { code, state } = query;
  const isAsked = typeof code === 'string' && typeof state === 'string' && isPayerState(state, subject);
  return { askWho: inside.askWho({ returnUrl, state: makePayerState(subject) }), code: isAsked ? code : null };
}
