import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import { enqueue } from '@/lib/jobs/enqueue';
import { takeBankReference } from '../bank-reference';
import { finishRefund } from './enter-refund';
import type { LockedRefund } from './lock-refund';
import { moveRefund } from './move-refund';
import { oweRefund } from './promise-refund';

type RefundStep<Input> = Step<Transaction, LockedRefund, Input>;

/** The second pair of eyes; never the first. */
export async function approveRefund({ tx, actor, subject, now }: RefundStep<unknown>): Promise<void> {
  const { refund, order } = subject;
  if (refund.status !== 'PROPOSED') throw new DomainError('DECIDED', '这笔退款已有人处理，请刷新后再看。');
  if (!actor.personId || actor.personId === refund.proposedById) {
    throw new DomainError('SAME_PERSON', '退款须由提出人以外的财务人员复核。');
  }
  const decided = { decidedById: actor.personId, decidedByName: actor.name, decidedAt: now };
  const approved = await moveRefund({ tx, refund, to: 'APPROVED', set: decided });
  await oweRefund({ tx, refund: approved, order, now });
  await say({ tx, actor, subject: { refund: approved, order }, now }, 'refund_approved', '');
}

export async function withdrawRefund({ tx, actor, subject, input, now }: RefundStep<{ reason: string }>): Promise<void> {
  const { refund } = subject;
  if (refund.status !== 'PROPOSED') throw new DomainError('DECIDED', '这笔退款已有人处理，请刷新后再看。');
  await moveRefund({ tx, refund, to: 'WITHDRAWN', set: { decidedByName: actor.name, decidedAt: now } });
  await say({ tx, actor, subject, now }, 'refund_withdrawn', input.reason);
}

/** The provider could not; the same number again cannot give it back twice. */
export async function retryRefund({ tx, actor, subject, now }: RefundStep<unknown>): Promise<void> {
  const { refund } = subject;
  if (refund.status !== 'FAILED' || refund.provider === 'bank') {
    throw new DomainError('NOT_FAILED', '只有支付平台退款失败时才能重新发起。');
  }
  await moveRefund({ tx, refund, to: 'APPROVED', set: { failure: '', checkedAt: null } });
  await enqueue(tx, 'payments.send-refund', { refundId: refund.id }, { now, onceKey: refund.number });
  await say({ tx, actor, subject, now }, 'refund_retried', '');
}

/** Transferred by hand from the association's account: the bank's number is the proof, and is used once. */
export async function returnByHand({ tx, actor, subject, input, now }: RefundStep<{ bankReference: string }>): Promise<void> {
  const { refund, order } = subject;
  const isByHand = refund.status === 'FAILED' || (refund.status === 'APPROVED' && refund.provider === 'bank');
  if (!isByHand) throw new DomainError('NOT_BY_HAND', '这笔退款由支付平台原路退回，不能同时转账。');
  const { bankReference } = input;
  const payeeId = refund.payeeId ?? actor.associationId ?? '';
  await takeBankReference({ tx, payeeId, reference: bankReference, use: 'REFUND', subjectId: refund.id, now });
  await finishRefund({ tx, refund, order, actor, set: { bankReference, finishedAt: now }, now });
}

function say(
  { tx, actor, subject, now }: Pick<RefundStep<unknown>, 'tx' | 'actor' | 'subject' | 'now'>,
  name: 'refund_approved' | 'refund_withdrawn' | 'refund_retried',
  note: string,
): Promise<void> {
  const { id: refundId, number, amountFen, orderId } = subject.refund;
  const stream = orderId ? (`order:${orderId}` as const) : 'system';
  return recordEvent(tx, { stream, name, actor, at: now, note: note || yuan(amountFen), data: { refundId, number, amountFen } });
}
