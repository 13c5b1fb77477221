import type { PaymentWish } from '../provider';
import type { AlipaySettings } from './settings';
import { writeAmount, writeTime } from './wire';

const products = {
  PAGE: { method: 'alipay.trade.page.pay', productCode: 'FAST_INSTANT_TRADE_PAY' },
  WAP: { method: 'alipay.trade.wap.pay', productCode: 'QUICK_WAP_WAY' },
} as const;

/** The signed address of Alipay's own page. Alipay learns of the payment when the payer opens it. */
export function payPageAddress({ sdk, noticeUrl }: AlipaySettings, wish: PaymentWish): string {
  const { method, productCode } = wish.channel === 'WAP' ? products.WAP : products.PAGE;
  const now = new Date();
  return sdk.pageExecute(method, 'GET', {
    timestamp: writeTime(now),
    notifyUrl: noticeUrl,
    returnUrl: wish.returnUrl,
    bizContent: {
      outTradeNo: wish.outTradeNumber,
      productCode,
      totalAmount: writeAmount(wish.amountFen),
      subject: wish.title.replace(forbidden, ' '),
      timeExpire: writeTime(new Date(now.getTime() + wish.validForSeconds * 1000)),
      ...(wish.channel === 'WAP' ? { quitUrl: wish.returnUrl } : {}),
    },
  });
}

/** Signs that Alipay does not take in a subject. */
const forbidden = /[/=&]/g;
