import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { seller } from '../invoices';
import { financeOf, payDay, type PayingApplicant, payingApplicant } from '../paying-applicant';
import { type Bank, bankOf } from './bank';

/** One payer with one order, two banks, and the finance people of the association. */
export interface MoneyWorld {
  applicant: PayingApplicant;
  wechat: Bank;
  alipay: Bank;
  cashier: Actor;
  second: Actor;
  now: Date;
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
  const [cashier, second] = [await financeOf('jiangsu'), await financeOf('jiangsu')];
  await seller(cashier);
  return { cashier, second };
}

export async function moneyWorld(people: FinancePeople): Promise<MoneyWorld> {
  const applicant = await payingApplicant();
  const time = { now: payDay };
  const clock = () => time.now;
  const wechat = bankOf({ name: `wechat-${applicant.orderId}`, way: 'wechat', clock });
  const alipay = bankOf({ name: `alipay-${applicant.orderId}`, way: 'alipay', clock });
  return Object.assign(time, { applicant, wechat, alipay, wrongs: [], ...people });
}

export const banksOf = ({ wechat, alipay }: MoneyWorld): Bank[] => [wechat, alipay];

/** Everything that was ever begun, with the bank at which it was; beyond the last one is nobody's. */
export const begun = (world: MoneyWorld): { number: string; bank: Bank }[] =>
  banksOf(world).flatMap((bank) => [...bank.begun.keys()].map((number) => ({ number, bank })));

export const refundsOf = ({ applicant }: MoneyWorld) =>
  db.refund.findMany({ where: { orderId: applicant.orderId }, orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }] });

export const invoicesOf = ({ applicant }: MoneyWorld) =>
  db.invoice.findMany({ where: { orderId: applicant.orderId }, orderBy: { id: 'asc' } });
