import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYet, notYours, yes } from '@/lib/kernel/judgement';
import { judgeBooks, visibleBooks } from '../books-policy';
import type { RefundStatusCode } from '../labels';
import { concerns, visibleOrders } from '../policy';

export interface JudgedRefund {
  status: RefundStatusCode;
  provider: string;
  proposedById: string | null;
  /** On whose account it lay, as far as anybody knows. */
  payeeId: string | null;
  /** Null for money that names no order of ours. */
  order: { personId: string; payeeId: string; items: readonly { personId: string }[] } | null;
}

export type RefundAbility = 'see' | 'approve' | 'withdraw' | 'retry' | 'return_by_hand';

const decided = '这笔退款已有人处理，请刷新后再看。';
const isByHand = ({ status, provider }: JudgedRefund): boolean =>
  status === 'FAILED' || (status === 'APPROVED' && provider === 'bank');

const refusals: Record<RefundAbility, (refund: JudgedRefund, actor: Actor) => string | null> = {
  see: () => null,
  approve: ({ status, proposedById }, { personId }) => {
    if (status !== 'PROPOSED') return decided;
    return proposedById === personId ? '退款须由提出人以外的财务人员复核。' : null;
  },
  withdraw: ({ status }) => (status === 'PROPOSED' ? null : decided),
  retry: ({ status, provider }) =>
    status === 'FAILED' && provider !== 'bank' ? null : '只有支付平台退款失败时才能重新发起。',
  return_by_hand: (refund) => (isByHand(refund) ? null : '这笔退款由支付平台原路退回，不能同时转账。'),
};

/** Whether this person may do this to this refund now. */
export function judgeRefund(actor: Actor, ability: RefundAbility, refund: JudgedRefund): Judgement {
  if (!looksAfter(actor, refund) && !(ability === 'see' && audits(actor, refund))) return notYours;
  const because = refusals[ability](refund, actor);
  return because ? notYet(because) : yes;
}

type Owned = Pick<JudgedRefund, 'order' | 'payeeId'>;

/** Money that names neither order nor account is everybody's in finance; nobody gives back money to himself. */
function looksAfter(actor: Actor, { order, payeeId }: Owned): boolean {
  if (actor.role !== 'FINANCE' || actor.personId === null || actor.associationId === null) return false;
  if (order === null) return judgeBooks(actor, 'keep', { payeeId }).answer === 'yes';
  return order.payeeId === actor.associationId && !concerns(order, actor.personId);
}

function audits(actor: Actor, { order, payeeId }: Owned): boolean {
  if (actor.role !== 'AUDITOR' || actor.personId === null || actor.associationId === null) return false;
  if (order === null) return judgeBooks(actor, 'see', { payeeId }).answer === 'yes';
  const isOfPayee = actor.associationId === 'national' || actor.associationId === order.payeeId;
  return isOfPayee && !concerns(order, actor.personId);
}

/** The same as `see`, as a filter for lists; null means nothing at all. */
export function visibleRefunds(actor: Actor): Record<string, unknown> | null {
  const visible = visibleOrders(actor);
  if (!visible || actor.role === 'APPLICANT' || actor.associationId === null) return null;
  const books = visibleBooks(actor);
  return { OR: [{ order: visible }, ...(books ? [{ AND: [{ orderId: null }, books] }] : [])] };
}
