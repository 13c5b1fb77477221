import { recordEvent } from '@/lib/audit/record-event';
import type { UnmatchedPayment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import { enter } from '@/lib/ledger/enter';
import { decider } from '../decide-voucher';
import { orderStatusLabel } from '../labels';
import type { LoadedOrder } from '../lock-order';
import { moveOrder } from '../move-order';
import { insistUnsettled } from '../resolve-unmatched';
import { tellPaid } from '../tell-payer';

export interface Assignment {
  unmatched: UnmatchedPayment;
  /** Locked; of the account on which the money lies. */
  order: LoadedOrder;
}

type AssignStep = Step<Transaction, Assignment, unknown>;
export type Assigned = 'PAID' | 'FOUND_FIRST';

/** Money from the bank that fitted no order is what pays this one; above the cycle's limit when two people say so. */
export async function assignUnmatched(step: AssignStep): Promise<Assigned> {
  const { tx, subject } = step;
  await insistUnsettled(tx, subject.unmatched);
  insistFits(subject);
  if (!(await isAssignedTwice(step))) return 'FOUND_FIRST';
  await settleVoucher(step);
  await payOrder(step);
  return 'PAID';
}

function insistFits({ unmatched, order }: Assignment): void {
  const { provider, amountFen } = unmatched;
  if (provider !== 'bank') throw refusal('只有银行到账可以计入订单；支付平台的款项请退还付款人。');
  if (amountFen !== order.totalFen) {
    throw refusal(`到账 ${yuan(amountFen)}，订单金额是 ${yuan(order.totalFen)}，不能计入；请退还付款人，或查清后再办。`);
  }
  if (order.status === 'UNPAID' || order.status === 'VOUCHER_UPLOADED') return;
  throw refusal(`订单的状态是“${orderStatusLabel(order.status).label}”，不能计入；未支付的订单才能计入。`);
}

/** Each of two takes it for the same order by himself; the first one may correct himself. */
async function isAssignedTwice({ tx, actor, subject, now }: AssignStep): Promise<boolean> {
  const { unmatched, order } = subject;
  const limit = order.cycle.transferEyesAboveFen;
  if (limit === null || order.totalFen <= limit) return true;
  if (unmatched.assignedById !== null && unmatched.assignedById !== actor.personId) {
    if (unmatched.assignOrderId === order.id) return true;
    throw refusal('与第一位财务人员登记的订单不同，请两人核对；如果是第一位登记错了，请他重新登记。');
  }
  await tx.unmatchedPayment.update({
    where: { id: unmatched.id },
    data: { assignOrderId: order.id, assignedById: actor.personId, assignedByName: actor.name, assignedAt: now },
  });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'unmatched_assigned',
    actor,
    at: now,
    data: { unmatchedId: unmatched.id, bankReference: unmatched.providerTransactionId, amountFen: unmatched.amountFen },
  });
  return false;
}

/** A voucher that waits is of this very transfer, unless somebody has found it under another number. */
async function settleVoucher({ tx, actor, subject, now }: AssignStep): Promise<void> {
  const { unmatched, order } = subject;
  const voucher = order.vouchers.find(({ status }) => status === 'UPLOADED');
  if (!voucher) return;
  const { providerTransactionId: bankReference } = unmatched;
  if (voucher.foundReference !== null && voucher.foundReference !== bankReference) {
    throw refusal(`${voucher.foundByName ?? '另一位财务人员'}已用另一个流水号查到这个订单的转账，请先核对凭证。`);
  }
  const by = decider(actor, voucher);
  const { count } = await tx.paymentVoucher.updateMany({
    where: { id: voucher.id, status: 'UPLOADED' },
    data: { status: 'CONFIRMED', decidedById: by.id, decidedByName: by.name, decidedAt: now, bankReference },
  });
  if (count !== 1) throw new DomainError('MOVED_MEANWHILE', '这份凭证刚刚有人处理过，请刷新后再看。');
}

async function payOrder({ tx, actor, subject, now }: AssignStep): Promise<void> {
  const { unmatched, order } = subject;
  const { id: unmatchedId, amountFen, providerTransactionId: bankReference } = unmatched;
  await moveOrder({ tx, order, to: 'PAID', set: { paidFen: order.totalFen, paidAt: now } });
  await enter({
    tx,
    key: `unmatched:assigned:${unmatchedId}`,
    kind: 'assigned',
    payeeId: order.payeeId,
    at: now,
    actorId: actor.personId,
    entries: [
      { account: 'UNMATCHED', orderId: order.id, unmatchedId, amountFen },
      { account: 'FEES', orderId: order.id, unmatchedId, amountFen: -amountFen },
    ],
  });
  await tx.unmatchedPayment.update({
    where: { id: unmatchedId },
    data: {
      ...{ orderId: order.id, outcome: 'ASSIGNED', resolution: `已计入订单 ${order.number}` },
      ...{ resolvedAt: now, resolvedById: actor.personId, resolvedByName: actor.name },
    },
  });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'order_paid',
    actor,
    at: now,
    from: order.status,
    to: 'PAID',
    note: `银行到账 ${yuan(amountFen)}，已计入本订单`,
    data: { provider: 'bank', unmatchedId, bankReference, amountFen },
    isPublic: true,
  });
  await tellPaid({ tx, order, now }, 'transfer');
}

const refusal = (sentence: string): DomainError => new DomainError('NOT_OF_ORDER', sentence, { orderNumber: [sentence] });
