import { approvePaymentRefund, lockRefundableFirst, lockRefundFirst, refundPayment } from '@/lib/applications/refund-payment';
import { settlePayment } from '@/lib/applications/settle-payment';
import type { Refund } from '@/lib/db/generated/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { judgeOrder } from '@/lib/payments/policy';
import { receiveNotice } from '@/lib/payments/receive-notice';
import { retryRefund, returnByHand, withdrawRefund } from '@/lib/payments/refunds/decide-refund';
import type { LockedRefund } from '@/lib/payments/refunds/lock-refund';
import { judgeRefund, type RefundAbility } from '@/lib/payments/refunds/policy';
import { reconcileRefunds } from '@/lib/payments/refunds/send-refund';
import { insist } from '../applications/act';
import type { StepOf } from './steps';
import { banksOf, type MoneyWorld, refundsOf } from './world';

export const propose = ({ applicant, cashier, now }: MoneyWorld, { amountFen }: StepOf<'propose'>): Promise<void> =>
  inTransaction(async (tx) => {
    const subject = await lockRefundableFirst(tx, applicant.orderId);
    insist(judgeOrder(cashier, 'refund', subject, now));
    await refundPayment({ tx, actor: cashier, subject, input: { amountFen, reason: 'STAFF_DECISION', note: '示例' }, now });
  });

type UseCase<Input> = (step: { tx: Transaction; actor: Actor; subject: LockedRefund; input: Input; now: Date }) => Promise<void>;

interface Press<Input> {
  by: Actor;
  ability: RefundAbility;
  run: UseCase<Input>;
  input: Input;
}

async function press<Input>(refund: Refund | undefined, now: Date, { by, ability, run, input }: Press<Input>): Promise<void> {
  if (!refund) return;
  await inTransaction(async (tx) => {
    const subject = await lockRefundFirst(tx, refund.id);
    insist(judgeRefund(by, ability, { ...subject.refund, order: subject.order }));
    await run({ tx, actor: by, subject, input, now });
  });
}

const latest = async (world: MoneyWorld, which: number) => (await refundsOf(world)).at(-1 - which);

export const approve = async (world: MoneyWorld, { by, which }: StepOf<'approve'>) =>
  press(await latest(world, which), world.now, { by: world[by], ability: 'approve', run: approvePaymentRefund, input: {} });

export const dropRefund = async (world: MoneyWorld, { which }: StepOf<'drop_refund'>) =>
  press(await latest(world, which), world.now, { by: world.second, ability: 'withdraw', run: withdrawRefund, input: { reason: '不退' } });

export const retry = async (world: MoneyWorld, refund: Refund | undefined) =>
  press(refund, world.now, { by: world.cashier, ability: 'retry', run: retryRefund, input: {} });

export const retryLatest = async (world: MoneyWorld, { which }: StepOf<'retry_refund'>) => retry(world, await latest(world, which));

let transfers = 0;

export async function transfer(world: MoneyWorld, refund: Refund | undefined): Promise<void> {
  const bankReference = `H${world.applicant.orderId.slice(-12)}${++transfers}`;
  await press(refund, world.now, { by: world.second, ability: 'return_by_hand', run: returnByHand, input: { bankReference } });
}

export const byHand = async (world: MoneyWorld, { which }: StepOf<'by_hand'>) => transfer(world, await latest(world, which));

export async function sendRefunds(world: MoneyWorld): Promise<void> {
  for (const provider of banksOf(world)) await reconcileRefunds({ provider, now: world.now });
}

/** What the bank has decided meanwhile, and its notice of it. */
export async function refundNotice(world: MoneyWorld, { which, times }: StepOf<'refund_notice'>): Promise<void> {
  for (const bank of banksOf(world)) {
    const known = [...bank.refunds.values()].at(-1 - which);
    if (!known) continue;
    const refund = known.state === 'processing' ? { ...known, state: 'succeeded' as const, finishedAt: world.now } : known;
    bank.refunds.set(refund.refundNumber, refund);
    const notice = bank.noticeOf({ refund });
    await Promise.all(Array.from({ length: times }, () => receiveNotice({ provider: bank, notice, settle: settlePayment, now: world.now })));
  }
}
