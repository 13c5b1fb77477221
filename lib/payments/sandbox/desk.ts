import type { AlipayKeys } from './alipay/keys.ts';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { GatewayKeys } from './keys.ts';

export interface Call {
  method: string;
  target: string;
  authorization: string;
  body: string;
}

export interface Answer {
  status: number;
  json?: object;
}

export interface Desk {
  journal: Journal;
  keys: GatewayKeys;
  alipay: AlipayKeys;
  faults: Faults;
  now: () => number;
  /** Where people reach the cashier, without a slash at the end. */
  address: () => string;
  /** Sends the notice on its way. */
  paid: (outTradeNumber: string) => void;
  /** Sees to it that the money is given back. */
  refunding: (refundNumber: string) => void;
}
