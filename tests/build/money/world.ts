import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { seller } from '../invoices';
import { financeOf, orderNow, payDay, type PayingApplicant, payingApplicant } from '../paying-applicant';
import { orderFor, payingUnit } from '../paying-unit';
import { type Bank, bankOf } from './bank';

/** Somebody with an order: an applicant for himself, or a unit for several. */
export type Payer = Pick<PayingApplicant, 'actor' | 'orderId' | 'order'>;

/** One payer with one order, two banks, and the finance people of the association. */
export interface MoneyWorld {
  applicant: Payer;
  wechat: Bank;
  alipay: Bank;
  cashier: Actor;
  second: Actor;
  now: Date;
  /** Of transfers that were found on the account. */
  transferredFen: number;
  /** Entered without a voucher, in the order in which they were. */
  receiptIds: string[];
  /** Who found the transfer of a voucher first. */
  foundBy: Map<string, 'cashier' | 'second'>;
  /** What should never be, in words, as soon as it was seen. */
  wrongs: string[];
}

export interface FinancePeople {
  cashier: Actor;
  second: Actor;
}

/** Two of them, in an association that knows what it sells. */
export async function financePeople(): Promise<FinancePeople> {
  await payingApplicant();
  // Every transfer of the model is a large one.
  await db.cycle.updateMany({ data: { transferEyesAboveFen: 9_999 } });
  const [cashier, second] = [await financeOf('jiangsu'), await financeOf('jiangsu')];
  await seller(cashier);
  return { cashier, second };
}

/** Two of its people in one order, which costs as much as that of one person. */
async function unitAsPayer(): Promise<Payer> {
  const { admin, people } = await payingUnit([{ feeFen: 4_000 }, { feeFen: 6_000 }]);
  const { order } = await orderFor({ by: admin, people });
  return { actor: admin, orderId: order.id, order: () => orderNow(order.id) };
}

export async function moneyWorld(people: FinancePeople, { isOfUnit }: { isOfUnit: boolean }): Promise<MoneyWorld> {
  const applicant = isOfUnit ? await unitAsPayer() : await payingApplicant();
  const time = { now: payDay };
  const clock = () => time.now;
  const wechat = bankOf({ name: `wechat-${applicant.orderId}`, way: 'wechat', clock });
  const alipay = bankOf({ name: `alipay-${applicant.orderId}`, way: 'alipay', clock });
  return Object.assign(time, { applicant, wechat, alipay, transferredFen: 0, receiptIds: [], foundBy: new Map(), wrongs: [], ...people });
}

export const banksOf = ({ wechat, alipay }: MoneyWorld): Bank[] => [wechat, alipay];

/** Everything that was ever begun, with the bank at which it was; beyond the last one is nobody's. */
export const begun = (world: MoneyWorld): { number: string; bank: Bank }[] =>
  banksOf(world).flatMap((bank) => [...bank.begun.keys()].map((number) => ({ number, bank })));

/** Money of this history that fits no order, or once fitted none. */
export const unmatchedOf = ({ applicant, receiptIds }: MoneyWorld) =>
  db.unmatchedPayment.findMany({ where: { OR: [{ orderId: applicant.orderId }, { id: { in: receiptIds } }] }, orderBy: { id: 'asc' } });

export const refundsOf = ({ applicant, receiptIds }: MoneyWorld) =>
  db.refund.findMany({ where: { OR: [{ orderId: applicant.orderId }, { unmatchedId: { in: receiptIds } }] }, orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }] });

export const invoicesOf = ({ applicant }: MoneyWorld) =>
  db.invoice.findMany({ where: { orderId: applicant.orderId }, orderBy: { id: 'asc' } });
