import { paymentProviders } from '@/lib/payments/gateway';
import { channels, type PaymentChannel, type PaymentWay, wayOf } from '@/lib/payments/provider';
import { providerOfWay } from '@/lib/payments/providers';
import type { Device } from '../device';

interface ChannelWords {
  /** On the button that begins it. */
  begin: string;
  /** On the button that leaves another one for it. */
  change: string;
}

export const channelWords: Record<PaymentChannel, ChannelWords> = {
  NATIVE: { begin: '显示付款二维码', change: '改用微信扫码付款' },
  H5: { begin: '在本机打开收银台', change: '改在手机浏览器中用微信付款' },
  JSAPI: { begin: '用微信付款', change: '改用微信付款' },
  PAGE: { begin: '去支付宝付款', change: '改用支付宝付款' },
  WAP: { begin: '去支付宝付款', change: '改用支付宝付款' },
};

export const wayWords: Record<PaymentWay, string> = { wechat: '微信支付', alipay: '支付宝' };

const fitting: Record<PaymentWay, { desktop: PaymentChannel[]; phone: PaymentChannel[] }> = {
  wechat: { desktop: ['NATIVE', 'H5'], phone: ['H5', 'NATIVE'] },
  alipay: { desktop: ['PAGE'], phone: ['WAP'] },
};

export interface OfferedWay {
  way: PaymentWay;
  /** What fits the device best comes first. */
  channels: PaymentChannel[];
}

/** Every way that is set up, in the same order on every page. */
export function offeredWays(device: Device): OfferedWay[] {
  const ways: PaymentWay[] = ['wechat', 'alipay'];
  return ways
    .filter((way) => providerOfWay(paymentProviders(), way))
    .map((way) => ({ way, channels: fittingChannels(way, device) }))
    .filter(({ channels: fits }) => fits.length > 0);
}

/** WeChat's browser opens neither Alipay's pages nor WeChat's own for other browsers. */
function fittingChannels(way: PaymentWay, device: Device): PaymentChannel[] {
  if (device.isWechat && paysInside()) return way === 'wechat' ? ['JSAPI'] : [];
  return fitting[way][device.isPhone ? 'phone' : 'desktop'];
}

export const paysInside = (): boolean => providerOfWay(paymentProviders(), 'wechat')?.inside !== undefined;

export const channelOf = (text: string): PaymentChannel | null => channels.find((channel) => channel === text) ?? null;

export const wayOfChannel = (text: string): PaymentWay | null => {
  const channel = channelOf(text);
  return channel && wayOf[channel];
};
