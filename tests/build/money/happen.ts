import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { ProviderSilentError } from '@/lib/payments/provider';
import { closeNextMonth } from './closing-steps';
import { amendOwn, askForReversal, askInvoice, askInvoiceAgain, deleteOwn, reversal, takeInvoices, tellInvoice } from './invoice-steps';
import { bill, click, forged, notice, pay, payClosed, query, reconcile, visit, withdraw } from './pay-steps';
import { approve, byHand, dropRefund, propose, refundNotice, retryLatest, sendRefunds } from './refund-steps';
import { assignReceipt, foundReceipt, returnUnmatched, settleUnmatched } from './receipt-steps';
import type { MoneyStep, StepOf } from './steps';
import { confirmTransfer, handInVoucher, refuseTransfer, withdrawTransfer } from './voucher-steps';
import type { MoneyWorld } from './world';

type Doing = { [Kind in MoneyStep['kind']]: (world: MoneyWorld, step: StepOf<Kind>) => unknown };

const doing: Doing = {
  ...{ click, visit, pay, pay_closed: payClosed, notice, forged, query, reconcile, withdraw, bill },
  wait: (world, { minutes }) => (world.now = new Date(world.now.getTime() + minutes * 60_000)),
  silence: (world, { lasts, at }) => (world[at].isSilent = lasts),
  ...{ propose, approve, drop_refund: dropRefund, retry_refund: retryLatest, by_hand: byHand, send_refunds: sendRefunds, refund_notice: refundNotice },
  refund_fate: (world, { fate, at }) => (world[at].refunding = fate),
  ...{ voucher: handInVoucher, confirm_transfer: confirmTransfer, refuse_transfer: refuseTransfer, withdraw_transfer: withdrawTransfer },
  ...{ receipt: foundReceipt, assign_receipt: assignReceipt, return_unmatched: returnUnmatched, settle_unmatched: settleUnmatched },
  ...{ close_month: closeNextMonth, amend_invoice: amendOwn },
  ...{ ask_invoice: askInvoice, delete_invoice: deleteOwn, take_invoices: takeInvoices, tell_invoice: tellInvoice },
  ...{ ask_invoice_again: askInvoiceAgain, ask_reversal: askForReversal, reversal },
};

/** Refusals in words are part of the history, and so is a bank's silence; everything else is a failure. Answers whether it was refused. */
export async function happen<Kind extends MoneyStep['kind']>(world: MoneyWorld, step: StepOf<Kind>): Promise<boolean> {
  try {
    await doing[step.kind as Kind](world, step);
    return false;
  } catch (error) {
    if (error instanceof DomainError || error instanceof NotFoundError || error instanceof ProviderSilentError) return true;
    throw error;
  }
}
