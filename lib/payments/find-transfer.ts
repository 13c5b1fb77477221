import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { LockedVoucher } from './lock-voucher';
import type { ConfirmVoucherInput } from './schema';

type Finding = Step<Transaction, LockedVoucher, ConfirmVoucherInput>;

/**
 * Whether enough people have found the transfer: above the cycle's limit two, each under the same number, which the
 * second one reads for himself. The first one is written down; he may correct himself.
 */
export async function isFoundTwice(step: Finding, by: { id: string; name: string }): Promise<boolean> {
  const { voucher, order } = step.subject;
  const limit = order.cycle.transferEyesAboveFen;
  if (limit === null || order.totalFen <= limit) return true;
  if (voucher.foundById === null || voucher.foundById === by.id) {
    await writeDown(step, by);
    return false;
  }
  if (voucher.foundReference === step.input.bankReference) return true;
  const sentence = '流水号与第一位财务人员登记的不同，请两人核对同一笔到账；如果是第一位登记错了，请他在这里用正确的流水号重新确认。';
  throw new DomainError('OTHER_REFERENCE', sentence, { bankReference: [sentence] });
}

async function writeDown({ tx, actor, subject, input, now }: Finding, by: { id: string; name: string }): Promise<void> {
  const { voucher, order } = subject;
  await tx.paymentVoucher.update({
    where: { id: voucher.id },
    data: { foundById: by.id, foundByName: by.name, foundAt: now, foundReference: input.bankReference },
  });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'voucher_found',
    actor,
    at: now,
    data: { voucherId: voucher.id, bankReference: input.bankReference, amountFen: input.arrived },
  });
}
