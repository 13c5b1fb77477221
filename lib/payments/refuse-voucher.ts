import { recordEvent } from '@/lib/audit/record-event';
import type { PaymentVoucher } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { takeBankReference } from './bank-reference';
import { decider, insistUndecided } from './decide-voucher';
import { flagUnmatched } from './flag-unmatched';
import type { LockedVoucher } from './lock-voucher';
import { moveOrder } from './move-order';
import type { RefuseVoucherInput } from './schema';
import { tellVoucherRefused } from './tell-payer';

type Refusal = Step<Transaction, LockedVoucher, RefuseVoucherInput>;

/** The transfer was not found, or not as the voucher says. Money that did arrive is listed for settling by hand. */
export async function refuseVoucher(step: Refusal): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const { voucher, order } = subject;
  insistUndecided(voucher);
  const by = decider(actor, voucher);
  if (!input.bankReference) insistNotFound(voucher, by.id);
  if (input.bankReference) {
    await takeBankReference({ tx, payeeId: order.payeeId, reference: input.bankReference, use: 'VOUCHER', subjectId: voucher.id, now });
  }
  const { count } = await tx.paymentVoucher.updateMany({
    where: { id: voucher.id, status: 'UPLOADED' },
    data: {
      status: 'REFUSED',
      decidedById: by.id,
      decidedByName: by.name,
      decidedAt: now,
      note: input.note,
      bankReference: input.bankReference,
    },
  });
  if (count !== 1) throw new DomainError('MOVED_MEANWHILE', '这份凭证刚刚有人处理过，请刷新后再看。');
  if (order.status === 'VOUCHER_UPLOADED') await moveOrder({ tx, order, to: 'UNPAID' });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'voucher_refused',
    actor,
    at: now,
    from: order.status,
    to: order.status === 'VOUCHER_UPLOADED' ? 'UNPAID' : order.status,
    note: input.note,
    data: { voucherId: voucher.id },
    isPublic: true,
  });
  await listArrived(step);
  await tellVoucherRefused({ tx, order, now }, input.note);
}

/** Money that a colleague has found does not vanish with a refusal: he withdraws his finding, or its number stays listed. */
function insistNotFound({ foundById, foundByName, foundReference }: PaymentVoucher, byId: string): void {
  if (foundById === null || foundById === byId) return;
  const sentence = `${foundByName}已查到这笔到账（流水号 ${foundReference}）：没有到账请由其本人退回；金额不符请填写流水号和到账金额。`;
  throw new DomainError('FOUND', sentence, { bankReference: [sentence] });
}

async function listArrived({ tx, subject, input, now }: Refusal): Promise<void> {
  if (!input.bankReference || !input.arrived) return;
  const money = {
    provider: 'bank',
    providerTransactionId: input.bankReference,
    outTradeNumber: subject.order.number,
    amountFen: input.arrived,
  };
  await flagUnmatched({ tx, money, reason: 'WRONG_AMOUNT', orderId: subject.order.id, now });
}
