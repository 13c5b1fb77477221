import { z } from 'zod';
import type { ReadNotice, WireNotice } from '../provider';
import { signatureFlaw } from './call';
import { noticedRefund, reportOfRefund } from './refund';
import { openResource } from './resource';
import type { WechatPaySettings } from './settings';
import { reportOf, transaction } from './transaction';

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
  const { id: noticeId, event_type: event } = outer.data;
  const inside = json(openResource(outer.data.resource, settings.apiV3Key));
  return event.startsWith('REFUND.') ? ofRefund(settings, noticeId, inside) : ofPayment(settings, { noticeId, event, inside });
}

function ofPayment(
  settings: WechatPaySettings,
  { noticeId, event, inside }: { noticeId: string; event: string; inside: unknown },
): ReadNotice {
  const inner = transaction.safeParse(inside);
  if (!inner.success) return { genuine: false, because: 'BODY_UNREADABLE' };
  const told = inner.data;
  if (told.mchid !== settings.merchantId || told.appid !== settings.appId) {
    return { genuine: false, because: 'OTHER_MERCHANT' };
  }
  const tellsOfMoney = event === 'TRANSACTION.SUCCESS' && told.trade_state === 'SUCCESS';
  const report = tellsOfMoney ? reportOf(told, settings.provider) : null;
  if (tellsOfMoney && !report) return { genuine: false, because: 'BODY_UNREADABLE' };
  return { genuine: true, noticeId, outTradeNumber: told.out_trade_no, report, refund: null };
}

function ofRefund(settings: WechatPaySettings, noticeId: string, inside: unknown): ReadNotice {
  const inner = noticedRefund.safeParse(inside);
  if (!inner.success) return { genuine: false, because: 'BODY_UNREADABLE' };
  const told = inner.data;
  if (told.mchid !== settings.merchantId) return { genuine: false, because: 'OTHER_MERCHANT' };
  const refund = reportOfRefund(told, { provider: settings.provider, state: told.refund_status });
  return { genuine: true, noticeId, outTradeNumber: told.out_trade_no, report: null, refund };
}

function json(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
