import { recordEvent } from '@/lib/audit/record-event';
import type { PaymentVoucher } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import { bookPayment } from './book-payment';
import { flagUnmatched } from './flag-unmatched';
import { insistFreeReference, takeBankReference } from './bank-reference';
import { decider, insistUndecided } from './decide-voucher';
import { isFoundTwice } from './find-transfer';
import type { LockedVoucher } from './lock-voucher';
import { moveOrder } from './move-order';
import type { ConfirmVoucherInput } from './schema';
import type { Settlement } from './settle-attempt';
import { tellPaid } from './tell-payer';

type Confirmation = Step<Transaction, LockedVoucher, ConfirmVoucherInput>;

/** Found by one person, where a second one has to find it too. */
export interface FoundFirst {
  settled: false;
  because: 'FOUND_FIRST';
}

/** Finance staff have found the transfer on the account. The bank's number of it pays one order, once. */
export async function confirmVoucher(step: Confirmation): Promise<Settlement | FoundFirst> {
  const { tx, subject, input } = step;
  const { voucher, order } = subject;
  insistUndecided(voucher);
  const by = decider(step.actor, voucher);
  await insistFreeReference({ tx, payeeId: order.payeeId, reference: input.bankReference });
  if (input.arrived !== order.totalFen) throw wrongAmount(order.totalFen);
  if (!(await isFoundTwice(step, by))) return { settled: false, because: 'FOUND_FIRST' };
  await markConfirmed(step, by);
  if (order.status === 'VOUCHER_UPLOADED') return payOrder(step);
  const reason = order.status === 'CLOSED' ? 'LATE_SUCCESS' : 'DUPLICATE';
  const money = {
    provider: 'bank',
    providerTransactionId: input.bankReference,
    outTradeNumber: order.number,
    amountFen: input.arrived,
  };
  await flagUnmatched({ tx, money, reason, orderId: order.id, now: step.now });
  return { settled: false, because: reason };
}

async function markConfirmed(
  { tx, subject, input, now }: Confirmation,
  by: { id: string; name: string },
): Promise<void> {
  const { voucher, order } = subject;
  await takeBankReference({ tx, payeeId: order.payeeId, reference: input.bankReference, use: 'VOUCHER', subjectId: voucher.id, now });
  const { count } = await tx.paymentVoucher.updateMany({
    where: { id: voucher.id, status: 'UPLOADED' },
    data: {
      status: 'CONFIRMED',
      decidedById: by.id,
      decidedByName: by.name,
      decidedAt: now,
      bankReference: input.bankReference,
    },
  });
  if (count !== 1) throw new DomainError('MOVED_MEANWHILE', '这份凭证刚刚有人处理过，请刷新后再看。');
}

async function payOrder({ tx, actor, subject, input, now }: Confirmation): Promise<Settlement> {
  const { order, voucher } = subject;
  await moveOrder({ tx, order, to: 'PAID', set: { paidFen: order.totalFen, paidAt: now } });
  const money = { provider: 'bank', providerTransactionId: input.bankReference, amountFen: input.arrived };
  await bookPayment({ tx, order, money, now, by: actor });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'order_paid',
    actor,
    at: now,
    from: order.status,
    to: 'PAID',
    note: `线下转账 ${yuan(input.arrived)}，已确认到账`,
    data: voucherFacts(voucher, input),
    isPublic: true,
  });
  await tellPaid({ tx, order, now }, 'transfer');
  return { settled: true, orderId: order.id };
}

const voucherFacts = (voucher: PaymentVoucher, input: ConfirmVoucherInput) => ({
  provider: 'bank',
  voucherId: voucher.id,
  bankReference: input.bankReference,
  amountFen: input.arrived,
});

function wrongAmount(totalFen: number): DomainError {
  const sentence = `到账金额应为 ${yuan(totalFen)}。金额不符时请退回凭证，并填写到账的流水号和金额，款项会列入待处理。`;
  return new DomainError('WRONG_AMOUNT', sentence, { arrived: [sentence] });
}
