import { lockPayable } from '@/lib/applications/lock-for-payment';
import { settlePayment } from '@/lib/applications/settle-payment';
import { cancelUnitOrder, judgeCancel } from '@/lib/applications/unit-orders/cancel-unit-order';
import { inTransaction } from '@/lib/db/transaction';
import { reconcileBills } from '@/lib/payments/bills/reconcile-bills';
import { closeOrder } from '@/lib/payments/close-order';
import { lockOrder } from '@/lib/payments/lock-order';
import { providerFor } from '@/lib/payments/providers';
import { queryPayment } from '@/lib/payments/query-payment';
import { receiveNotice } from '@/lib/payments/receive-notice';
import { reconcileOpenAttempts } from '@/lib/payments/reconcile-open-attempts';
import { insist } from '../applications/act';
import { payOnline } from '../pay-online';
import type { Bank } from './bank';
import type { StepOf } from './steps';
import { banksOf, begun, type MoneyWorld } from './world';

const ports = (world: MoneyWorld) => ({ providers: banksOf(world), settle: settlePayment, now: world.now });

export async function click(world: MoneyWorld, { channel, renew }: StepOf<'click'>): Promise<void> {
  const providers = banksOf(world);
  const provider = providerFor(providers, channel) ?? world.wechat;
  await payOnline({ ...world.applicant, provider, providers, now: world.now, channel, renew });
}

export const query = (world: MoneyWorld) => queryPayment(world.applicant.orderId, ports(world));
export const reconcile = (world: MoneyWorld) => reconcileOpenAttempts(ports(world));

export function visit(world: MoneyWorld, { which }: StepOf<'visit'>): void {
  const trade = begun(world)[which];
  trade?.bank.visit(trade.number);
}

export function pay(world: MoneyWorld, { which, amountFen }: StepOf<'pay'>): void {
  const trade = begun(world)[which];
  trade?.bank.pay(trade.number, amountFen);
}

export function payClosed(world: MoneyWorld, { which }: StepOf<'pay_closed'>): void {
  const { number = '', bank } = begun(world)[which] ?? {};
  const trade = bank?.trades.get(number);
  if (!bank || trade?.state !== 'closed') return;
  trade.state = 'open';
  bank.pay(number);
}

export async function notice(world: MoneyWorld, { which, times }: StepOf<'notice'>): Promise<void> {
  const { number = '', bank } = begun(world)[which] ?? {};
  if (bank) await tellOf(world, bank, number, times);
}

export async function tellOf(world: MoneyWorld, bank: Bank, number: string, times = 1): Promise<void> {
  const report = bank.trades.get(number)?.report;
  if (!report) return;
  const told = Array.from({ length: times }, () => receiveNotice({ provider: bank, notice: bank.noticeOf({ report }), settle: settlePayment, now: world.now }));
  if ((await Promise.all(told)).includes('refused')) world.wrongs.push(`a genuine notice of ${number} was refused`);
}

/** Of a payment that nobody made, or of more than somebody paid. */
export async function forged(world: MoneyWorld, { which, how }: StepOf<'forged'>): Promise<void> {
  const { number = '', bank = world.wechat } = begun(world)[which] ?? {};
  const other = bank === world.wechat ? world.alipay : world.wechat;
  const report = { provider: bank.name, outTradeNumber: number, providerTransactionId: `F-${number}`, amountFen: 10_000, paidAt: world.now };
  const genuine = (how === 'other_bank' ? other : bank).noticeOf({ report });
  const body = how === 'amount' ? genuine.body.replace('10000', '99999') : genuine.body;
  const header = how === 'signature' ? () => '0'.repeat(64) : genuine.header;
  const answer = await receiveNotice({ provider: bank, notice: { header, body }, settle: settlePayment, now: world.now });
  if (answer !== 'refused') world.wrongs.push(`a forged notice of ${number} was taken`);
}

/** A person withdraws; a unit cancels, and its people are free. */
export const withdraw = ({ applicant: { actor, orderId }, now }: MoneyWorld): Promise<void> =>
  inTransaction(async (tx) => {
    if (actor.role !== 'UNIT_ADMIN') return closeOrder({ tx, actor, order: await lockOrder(tx, orderId), reason: '撤回', now });
    const subject = await lockPayable(tx, { orderId });
    insist(judgeCancel(actor, subject, now));
    await cancelUnitOrder({ tx, actor, subject, input: {}, now });
  });

const tenPastTen = 130 * 60_000;
const day = 86_400_000;

/** The next morning has come, and with it the bills of the day before. */
export async function bill(world: MoneyWorld): Promise<void> {
  const midnight = Math.floor(world.now.getTime() / day) * day;
  const morning = midnight + tenPastTen;
  world.now = new Date(morning > world.now.getTime() ? morning : morning + day);
  for (const provider of banksOf(world)) await reconcileBills({ provider, settle: settlePayment, now: world.now });
}
