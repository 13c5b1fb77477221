import { assignPayment, lockAssignment } from '@/lib/applications/assign-payment';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { judgeOrder } from '@/lib/payments/policy';
import { enterReceipt } from '@/lib/payments/receipts/enter-receipt';
import { assignUnmatchedInput, enterReceiptInput } from '@/lib/payments/receipts/schema';
import { judgeUnmatched } from '@/lib/payments/unmatched-policy';
import { insist } from './applications/act';
import { payDay } from './paying-applicant';

interface Receipt {
  by: Actor;
  bankReference: string;
  amount?: string;
  receivedOn?: string;
  now?: Date;
}

/** Somebody in finance has found it on the account, and no voucher speaks of it. */
export const enterFound = ({ by, bankReference, amount = '100', receivedOn = '2025-02-10', now = payDay }: Receipt) =>
  inTransaction((tx) => {
    const input = enterReceiptInput.parse({ bankReference, amount, payerName: '示例付款人', receivedOn, note: '' });
    return enterReceipt({ tx, actor: by, subject: { payeeId: by.associationId ?? '' }, input, now });
  });

interface Assigning {
  by: Actor;
  unmatchedId: string;
  orderNumber: string;
  now?: Date;
}

/** As the page's action does it: held, judged, and the application told. */
export const assignTo = ({ by, unmatchedId, orderNumber, now = payDay }: Assigning) =>
  inTransaction(async (tx) => {
    const input = assignUnmatchedInput.parse({ unmatchedId, orderNumber });
    const subject = await lockAssignment(tx, input, by);
    insist(judgeUnmatched(by, subject.money, now));
    insist(judgeOrder(by, 'decide_voucher', subject.assignment.order, now));
    return assignPayment({ tx, actor: by, subject, input, now });
  });
