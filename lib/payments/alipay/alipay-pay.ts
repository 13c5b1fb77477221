import type { PaymentProvider } from '../provider';
import { dailyBill } from './bill';
import { readAlipayNotice, withoutBuyer } from './notice';
import { payPageAddress } from './pay-page';
import { closeTrade, queryTrade } from './query';
import { askRefund, orderRefund } from './refund';
import type { AlipaySettings } from './settings';

/** Alipay's own pages, for a desktop and for a phone's browser. */
export function alipayPay(settings: AlipaySettings): PaymentProvider {
  return {
    name: settings.provider,
    way: 'alipay',
    createPayment: async (wish) => ({ answer: 'created', payUrl: payPageAddress(settings, wish) }),
    queryPayment: (outTradeNumber) => queryTrade(settings, outTradeNumber),
    closePayment: (outTradeNumber) => closeTrade(settings, outTradeNumber),
    refund: (wish) => orderRefund(settings, wish),
    queryRefund: (refund) => askRefund(settings, refund),
    dailyBill: (day) => dailyBill(settings, day),
    keptBody: withoutBuyer,
    parseNotice: (notice) => readAlipayNotice(settings, notice),
  };
}
