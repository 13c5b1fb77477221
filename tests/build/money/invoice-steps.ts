import type { Transaction } from '@/lib/db/transaction';
import type { InvoiceMove } from '@/lib/invoices/lifecycle';
import type { LoadedInvoice } from '@/lib/invoices/lock-invoice';
import { amendInvoice, askAgain, deleteInvoice } from '@/lib/invoices/request-invoice';
import { askReversal, dropReversal, recordReversed } from '@/lib/invoices/reverse-invoice';
import type { Actor } from '@/lib/kernel/actor';
import { aNumber, ask, ownTitle, press, schoolTitle, take, tell } from '../invoices';
import { payDay } from '../paying-applicant';
import type { StepOf } from './steps';
import { invoicesOf, type MoneyWorld } from './world';

let seconds = 0;
/** Numbers are made of the second: an office does not take two batches in one. */
const aSecondLater = (): Date => new Date(payDay.getTime() + ++seconds * 1000);

interface Move<Input> {
  by: Actor;
  name: InvoiceMove;
  work(step: { tx: Transaction; actor: Actor; subject: LoadedInvoice; input: Input; now: Date }): Promise<void>;
  input: Input;
}

async function move<Input>(world: MoneyWorld, { by, name, work, input }: Move<Input>): Promise<void> {
  const live = (await invoicesOf(world)).findLast(({ status }) => status !== 'REVERSED');
  if (live) await press(by, live.id, name, work, input, aSecondLater());
}

export const askInvoice = ({ applicant }: MoneyWorld) => ask(applicant.actor, applicant.orderId, ownTitle, aSecondLater());

export const takeInvoices = async ({ cashier }: MoneyWorld): Promise<void> => {
  await take(cashier, aSecondLater());
};

export const deleteOwn = (world: MoneyWorld) =>
  move(world, { by: world.applicant.actor, name: 'delete', work: deleteInvoice, input: {} });

export const amendOwn = (world: MoneyWorld) =>
  move(world, { by: world.applicant.actor, name: 'amend', work: amendInvoice, input: schoolTitle });

export const askInvoiceAgain = (world: MoneyWorld) =>
  move(world, { by: world.applicant.actor, name: 'ask_again', work: askAgain, input: {} });

/** What the tax client did with whatever it was given; the same result told twice counts once. */
export async function tellInvoice(world: MoneyWorld, { isIssued, times }: Omit<StepOf<'tell_invoice'>, 'kind'>): Promise<void> {
  const taken = (await invoicesOf(world)).find(({ status }) => status === 'ISSUING');
  if (!taken) return;
  const line = isIssued ? `${taken.takingSerial} ${aNumber()}` : `${taken.takingSerial} 开票失败：抬头有误`;
  await Promise.all(Array.from({ length: times }, () => tell(world.cashier, line)));
}

export const askForReversal = (world: MoneyWorld, { isReplaced }: Omit<StepOf<'ask_reversal'>, 'kind'>) =>
  move(world, {
    ...{ by: world.applicant.actor, name: 'ask_reversal' as const, work: askReversal },
    input: { reason: '抬头有误', replacement: isReplaced ? ownTitle : null },
  });

export const reversal = (world: MoneyWorld, { isMade }: Omit<StepOf<'reversal'>, 'kind'>) =>
  isMade
    ? move(world, { by: world.cashier, name: 'record_reversed', work: recordReversed, input: { redNumber: aNumber() } })
    : move(world, { by: world.cashier, name: 'drop_reversal', work: dropReversal, input: { reason: '不需要了' } });
