import { z } from 'zod';
import type { ReadNotice, WireNotice } from './provider';
import { signatureFlaw } from './wechat-call';
import { openResource } from './wechat-resource';
import type { WechatPaySettings } from './wechat-settings';
import { reportOf, transaction } from './wechat-transaction';

const envelope = z.object({
  id: z.string().min(1).max(64),
  event_type: z.string().min(1),
  resource: z.object({
    algorithm: z.string(),
    ciphertext: z.string().min(1),
    associated_data: z.string().optional(),
    nonce: z.string(),
  }),
});

/** First who sent it, then what it says: an unsigned body is not even parsed. */
export function readWechatNotice(settings: WechatPaySettings, { header, body }: WireNotice): ReadNotice {
  const flaw = signatureFlaw(settings, header, body);
  if (flaw) return { genuine: false, because: flaw };
  const outer = envelope.safeParse(json(body));
  if (!outer.success) return { genuine: false, because: 'BODY_UNREADABLE' };
  const inner = transaction.safeParse(json(openResource(outer.data.resource, settings.apiV3Key)));
  if (!inner.success) return { genuine: false, because: 'BODY_UNREADABLE' };
  const told = inner.data;
  if (told.mchid !== settings.merchantId || told.appid !== settings.appId) {
    return { genuine: false, because: 'OTHER_MERCHANT' };
  }
  const tellsOfMoney = outer.data.event_type === 'TRANSACTION.SUCCESS' && told.trade_state === 'SUCCESS';
  const report = tellsOfMoney ? reportOf(told, settings.provider) : null;
  if (tellsOfMoney && !report) return { genuine: false, because: 'BODY_UNREADABLE' };
  return { genuine: true, noticeId: outer.data.id, outTradeNumber: told.out_trade_no, report };
}

function json(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
