import type { BankReference, BankReferenceUse } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { plainDate } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import { providerLabels } from './labels';

interface Numbered {
  tx: Transaction;
  /** The association on whose account the transfer is. */
  payeeId: string;
  reference: string;
}

interface Taking extends Numbered {
  use: BankReferenceUse;
  /** The voucher, receipt, payout or refund. */
  subjectId: string;
  now: Date;
}

/** The bank's number of a transfer, in or out, is used once on one account, wherever it is entered; in the transaction that uses it. */
export async function takeBankReference({ tx, payeeId, reference, use, subjectId, now }: Taking): Promise<void> {
  const { count } = await tx.bankReference.createMany({
    data: { payeeId, reference, use, subjectId, takenAt: now },
    skipDuplicates: true,
  });
  if (count > 0) return;
  await insistFreeReference({ tx, payeeId, reference });
  throw new DomainError('MOVED_MEANWHILE', '这个银行流水号刚刚有人使用又撤回，请再提交一次。');
}

/** Says where a number was used; one that is free may be gone when it is taken. */
export async function insistFreeReference(numbered: Numbered): Promise<void> {
  const used = await usedReference(numbered);
  if (!used) return;
  const sentence = `这个银行流水号已${await whereUsed[used.use](numbered.tx, used.subjectId)}，请核对。`;
  throw new DomainError('REFERENCE_USED', sentence, { bankReference: [sentence] });
}

export const usedReference = ({ tx, payeeId, reference }: Numbered): Promise<BankReference | null> =>
  tx.bankReference.findFirst({ where: { payeeId, reference, releasedAt: null } });

/** What it was entered for has been taken back. */
export async function releaseBankReference(tx: Transaction, subjectId: string, now: Date): Promise<void> {
  await tx.bankReference.updateMany({ where: { subjectId, releasedAt: null }, data: { releasedAt: now } });
}

const whereUsed: Record<BankReferenceUse, (tx: Transaction, id: string) => Promise<string>> = {
  VOUCHER: async (tx, id) => {
    const { order } = await tx.paymentVoucher.findUniqueOrThrow({ where: { id }, select: { order: { select: { number: true } } } });
    return `用于订单 ${order.number} 的转账凭证`;
  },
  RECEIPT: async (tx, id) => {
    const { amountFen } = await tx.unmatchedPayment.findUniqueOrThrow({ where: { id } });
    return `登记在待处理款项 ${yuan(amountFen)} 上`;
  },
  PAYOUT: async (tx, id) => {
    const { provider, amountFen, arrivedOn } = await tx.payout.findUniqueOrThrow({ where: { id } });
    return `登记为另一笔结算到账（${providerLabels[provider] ?? provider} ${yuan(amountFen)}，${plainDate(arrivedOn)}）`;
  },
  REFUND: async (tx, id) => {
    const { number } = await tx.refund.findUniqueOrThrow({ where: { id }, select: { number: true } });
    return `用于退款 ${number}`;
  },
  RECOVERY: async (tx, id) => {
    const { reference } = await tx.billDifference.findUniqueOrThrow({ where: { id }, select: { reference: true } });
    return `登记为重复退款 ${reference} 的退回`;
  },
};
