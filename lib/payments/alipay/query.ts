import { z } from 'zod';
import { ProviderSilentError, type ProviderState } from '../provider';
import { call } from './call';
import type { AlipaySettings } from './settings';
import { amount, outTradeNumber as ourNumber, time, tradeNumber, tradeStatus } from './trade';

const answered = z.object({
  out_trade_no: ourNumber,
  trade_no: tradeNumber,
  trade_status: tradeStatus,
  total_amount: amount,
  send_pay_date: time.optional(),
});

export async function queryTrade(settings: AlipaySettings, outTradeNumber: string): Promise<ProviderState> {
  const answer = await call(settings, 'alipay.trade.query', { out_trade_no: outTradeNumber });
  // Alipay hears of a payment only when its page is opened: until then nobody has paid, and somebody still may.
  if (!answer.isDone && answer.why === 'ACQ.TRADE_NOT_EXIST') return { state: 'unpaid' };
  const told = answered.safeParse(answer.body);
  if (!answer.isDone || !told.success) throw new ProviderSilentError(`query: ${answer.why}`);
  if (told.data.out_trade_no !== outTradeNumber) throw new ProviderSilentError('the answer to another question');
  return stateOf(told.data, settings.provider);
}

function stateOf(told: z.output<typeof answered>, provider: string): ProviderState {
  const { trade_status: status, send_pay_date: paidAt } = told;
  if (status === 'WAIT_BUYER_PAY') return { state: 'unpaid' };
  // Closed is also what was paid and given back in full.
  if (status === 'TRADE_CLOSED' && !paidAt) return { state: 'closed' };
  if (!paidAt) throw new ProviderSilentError('a success without its facts');
  const report = {
    provider,
    outTradeNumber: told.out_trade_no,
    providerTransactionId: told.trade_no,
    amountFen: told.total_amount,
    paidAt,
  };
  return { state: status === 'TRADE_CLOSED' ? 'refunded' : 'paid', report };
}

/** A trade that is paid, or closed already, is of no state to be closed in: the next question tells which. */
export async function closeTrade(settings: AlipaySettings, outTradeNumber: string): Promise<{ isClosed: boolean }> {
  const { isDone, why } = await call(settings, 'alipay.trade.close', { out_trade_no: outTradeNumber });
  return { isClosed: isDone || why === 'ACQ.TRADE_NOT_EXIST' };
}
