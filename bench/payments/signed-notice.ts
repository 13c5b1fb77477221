import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { PaymentReport, WireNotice } from '@/lib/payments/provider';
import { sealResource } from '@/lib/payments/wechat/resource';
import type { WechatPaySettings } from '@/lib/payments/wechat/settings';
import { answerText, freshNonce, signText, wireTimestamp } from '@/lib/payments/wechat/signature';

const platformSerial = 'PUB_KEY_ID_BENCH';

/** A merchant and a platform whose private key is ours, so that genuine notices can be made. */
export function benchMerchant(): { settings: WechatPaySettings; noticeOf: (report: PaymentReport) => WireNotice } {
  const [merchant, platform] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('rsa', { modulusLength: 2048 })];
  const settings: WechatPaySettings = {
    ...{ provider: 'wechat', baseUrl: 'http://127.0.0.1:9', noticeUrl: 'http://127.0.0.1:9' },
    ...{ merchantId: '1900000001', appId: 'wx0000000000000001', merchantSerial: 'BENCH' },
    merchantPrivateKey: merchant.privateKey,
    platformKeys: new Map([[platformSerial, { key: platform.publicKey, validUntil: null }]]),
    apiV3Key: 'a key of thirty-two characters !',
    inside: null,
  };
  return {
    settings,
    noticeOf({ outTradeNumber, providerTransactionId, amountFen, paidAt }) {
      const inside = {
        ...{ appid: settings.appId, mchid: settings.merchantId, out_trade_no: outTradeNumber, trade_state: 'SUCCESS' },
        ...{ transaction_id: providerTransactionId, success_time: paidAt.toISOString(), amount: { total: amountFen, currency: 'CNY' } },
      };
      const resource = sealResource(JSON.stringify(inside), settings.apiV3Key, 'transaction');
      const body = JSON.stringify({ id: randomUUID(), event_type: 'TRANSACTION.SUCCESS', resource });
      const at = { timestamp: wireTimestamp(new Date()), nonce: freshNonce() };
      const headers: Record<string, string> = {
        'wechatpay-serial': platformSerial,
        'wechatpay-timestamp': at.timestamp,
        'wechatpay-nonce': at.nonce,
        'wechatpay-signature': signText(answerText({ ...at, body }), platform.privateKey),
      };
      return { header: (name) => headers[name.toLowerCase()] ?? '', body };
    },
  };
}
