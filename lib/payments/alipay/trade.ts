import { z } from 'zod';
import { readAmount, readTime } from './wire';

export const tradeStatus = z.enum(['WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED']);

export const outTradeNumber = z.string().min(6).max(64);
export const tradeNumber = z.string().min(1).max(64);

export const amount = z.string().transform((text, context) => {
  const read = readAmount(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'no amount' });
  return z.NEVER;
});

export const time = z.string().transform((text, context) => {
  const at = readTime(text);
  if (at) return at;
  context.addIssue({ code: 'custom', message: 'no time' });
  return z.NEVER;
});
