import type { Desk } from '../desk.ts';
import { plainTime, signedFields, yuan } from './signing.ts';

/** Where the payer's browser is sent after he has paid; what it carries proves nothing to anybody but is signed all the same. */
export function returnAddress({ journal, alipay, now }: Desk, outTradeNumber: string): string | null {
  const trade = journal.trades.get(outTradeNumber);
  if (!trade?.returnUrl) return null;
  const fields = signedFields(
    {
      app_id: alipay.appId,
      auth_app_id: alipay.appId,
      charset: 'utf-8',
      method: `alipay.trade.${trade.tradeType === 'WAP' ? 'wap' : 'page'}.pay.return`,
      out_trade_no: outTradeNumber,
      seller_id: alipay.sellerId,
      timestamp: plainTime(now()),
      total_amount: yuan(trade.totalFen),
      trade_no: trade.transactionId,
      version: '1.0',
    },
    alipay.alipayPrivateKey,
  );
  const url = new URL(trade.returnUrl);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}
