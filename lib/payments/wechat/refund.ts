import { z } from 'zod';
import { ProviderSilentError, type RefundAnswer, type RefundReport, type RefundState, type RefundWish } from '../provider';
import { call, codeOf, type WireAnswer } from './call';
import type { WechatPaySettings } from './settings';

const states: Record<string, RefundState> = {
  SUCCESS: 'succeeded',
  PROCESSING: 'processing',
  ABNORMAL: 'abnormal',
  CLOSED: 'closed',
};
const stateName = z.enum(['SUCCESS', 'PROCESSING', 'ABNORMAL', 'CLOSED']);
const amount = z.object({ total: z.int().min(1), refund: z.int().min(1), currency: z.string().optional() });
const names = z.object({
  out_refund_no: z.string().min(1).max(64),
  out_trade_no: z.string().min(6).max(32),
  refund_id: z.string().min(1).max(64),
  success_time: z.iso.datetime({ offset: true }).optional(),
  amount,
});
/** The answer to an order or a question, and, with other names for two fields, the inside of a notice. */
const answered = names.extend({ status: stateName });
export const noticedRefund = names.extend({ mchid: z.string(), refund_status: stateName });

const target = '/v3/refund/domestic/refunds';

export async function orderRefund(settings: WechatPaySettings, wish: RefundWish): Promise<RefundAnswer> {
  const body = {
    out_trade_no: wish.outTradeNumber,
    out_refund_no: wish.refundNumber,
    reason: wish.reason.slice(0, 80),
    notify_url: settings.noticeUrl,
    amount: { refund: wish.amountFen, total: wish.paymentFen, currency: 'CNY' },
  };
  const answer = await call(settings, { method: 'POST', target, body });
  if (answer.status === 200) return { answer: 'accepted', report: readAnswer(settings, answer, wish.refundNumber) };
  const code = codeOf(answer);
  // Too many calls, a fault of theirs: the same number can be tried again.
  const passes = answer.status >= 500 || answer.status === 429 || code === 'FREQUENCY_LIMITED';
  if (passes) throw new ProviderSilentError(`refund: ${answer.status} ${code}`);
  return { answer: 'refused', code };
}

export async function askRefund(settings: WechatPaySettings, refundNumber: string): Promise<RefundReport | null> {
  const answer = await call(settings, { method: 'GET', target: `${target}/${encodeURIComponent(refundNumber)}` });
  if (answer.status === 404 && codeOf(answer) === 'RESOURCE_NOT_EXISTS') return null;
  if (answer.status !== 200) throw new ProviderSilentError(`refund query: ${answer.status} ${codeOf(answer)}`);
  return readAnswer(settings, answer, refundNumber);
}

function readAnswer({ provider }: WechatPaySettings, { body }: WireAnswer, refundNumber: string): RefundReport {
  const told = answered.safeParse(body);
  if (!told.success || told.data.out_refund_no !== refundNumber) throw new ProviderSilentError('a refund without its facts');
  return reportOfRefund(told.data, { provider, state: told.data.status });
}

export function reportOfRefund(
  told: z.infer<typeof names>,
  { provider, state }: { provider: string; state: z.infer<typeof stateName> },
): RefundReport {
  return {
    provider,
    refundNumber: told.out_refund_no,
    outTradeNumber: told.out_trade_no,
    providerRefundId: told.refund_id,
    amountFen: told.amount.refund,
    state: states[state] ?? 'processing',
    finishedAt: told.success_time ? new Date(told.success_time) : null,
  };
}
