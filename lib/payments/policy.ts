import type { Actor } from '@/lib/kernel/actor';
import { longDateTime } from '@/lib/kernel/dates';
import { type Judgement, notYet, notYours, yes } from '@/lib/kernel/judgement';
import type { OrderStatusCode } from './labels';

export interface JudgedOrder {
  personId: string;
  unitId: string | null;
  items: readonly { personId: string }[];
  payeeId: string;
  status: OrderStatusCode;
  expiresAt: Date;
  /** Money of this order that fits nowhere yet. */
  unmatched: readonly { resolvedAt: Date | null }[];
}

type Relation = 'payer' | 'finance' | 'auditor';
type Sentence = (order: JudgedOrder, now: Date) => string | null;

interface Grant {
  by: readonly Relation[];
  refusals: readonly Sentence[];
}

const closed: Sentence = ({ status }) => (status === 'CLOSED' ? '订单已关闭，不能再支付。' : null);
const paid: Sentence = ({ status }) =>
  status === 'PAID' || status === 'REFUNDING' || status === 'REFUNDED' ? '订单已支付，无需再次付款。' : null;
const voucherWaits: Sentence = ({ status }) =>
  status === 'VOUCHER_UPLOADED'
    ? '转账凭证已上传，正等待财务人员确认，请不要重复付款。如需改为在线支付，请先撤回凭证。'
    : null;
const payingOnline: Sentence = ({ status }) =>
  status === 'PAYING' ? '有一笔在线支付尚未结束，请先查询结果，或放弃在线支付后再上传凭证。' : null;
const nothingToReturn: Sentence = ({ status }) =>
  status === 'PAID' || status === 'REFUNDING' ? null : '这笔订单没有可退的款项。';
const payingNow: Sentence = ({ status }) =>
  status === 'PAYING' ? '有一笔在线支付尚未结束，请先查询结果，或放弃在线支付后再取消订单。' : null;
const moneyToLookAt: Sentence = ({ unmatched }) =>
  unmatched.some(({ resolvedAt }) => resolvedAt === null)
    ? '您的订单有一笔到账需要财务人员核对，请不要再次付款，结果会发消息通知您。'
    : null;
const overdue: Sentence = ({ expiresAt }, now) =>
  now > expiresAt ? `缴费已于 ${longDateTime(expiresAt)} 截止。` : null;

const grants = {
  see: { by: ['payer', 'finance', 'auditor'], refusals: [] },
  pay_online: { by: ['payer'], refusals: [paid, closed, voucherWaits, moneyToLookAt, overdue] },
  ask_result: { by: ['payer'], refusals: [] },
  leave_payment: { by: ['payer'], refusals: [] },
  upload_voucher: { by: ['payer'], refusals: [paid, closed, voucherWaits, payingOnline, moneyToLookAt, overdue] },
  withdraw_voucher: { by: ['payer'], refusals: [paid, closed] },
  cancel: { by: ['payer'], refusals: [paid, closed, voucherWaits, payingNow, moneyToLookAt] },
  decide_voucher: { by: ['finance'], refusals: [] },
  look_after: { by: ['finance'], refusals: [] },
  refund: { by: ['finance'], refusals: [nothingToReturn] },
} as const satisfies Record<string, Grant>;

export type OrderAbility = keyof typeof grants;
export const orderAbilities = Object.keys(grants) as OrderAbility[];

/** Whether this person may do this to this order now; screens and server ask the same. */
export function judgeOrder(actor: Actor, ability: OrderAbility, order: JudgedOrder, now: Date): Judgement {
  const { by, refusals }: Grant = grants[ability];
  const relation = relationTo(actor, order);
  if (!relation || !by.includes(relation)) return notYours;
  for (const refusal of refusals) {
    const because = refusal(order, now);
    if (because) return notYet(because);
  }
  return yes;
}

/** Nobody stands as finance to an order that he made, or that pays for him. A unit pays through whoever administers it now. */
function relationTo(actor: Actor, order: JudgedOrder): Relation | null {
  const { personId, role } = actor;
  if (personId === null) return null;
  if (role === 'UNIT_ADMIN') return order.unitId !== null && order.unitId === actor.unitId ? 'payer' : null;
  if (role === 'APPLICANT') return order.unitId === null && order.personId === personId ? 'payer' : null;
  if (concerns(order, personId)) return null;
  if (actor.role === 'FINANCE' && actor.associationId === order.payeeId) return 'finance';
  const auditsAll = actor.associationId === 'national';
  return actor.role === 'AUDITOR' && (auditsAll || actor.associationId === order.payeeId) ? 'auditor' : null;
}

/** Made by this person, or paying for him. */
export function concerns(order: Pick<JudgedOrder, 'personId' | 'items'>, personId: string): boolean {
  return order.personId === personId || order.items.some((item) => item.personId === personId);
}

/** The same, as a filter for lists; null means nothing at all. */
export function visibleOrders(actor: Actor): Record<string, unknown> | null {
  if (actor.personId === null) return null;
  if (actor.role === 'APPLICANT') return { personId: actor.personId, unitId: null };
  if (actor.role === 'UNIT_ADMIN') return actor.unitId ? { unitId: actor.unitId } : null;
  const others = { personId: { not: actor.personId }, items: { none: { personId: actor.personId } } };
  if (actor.role === 'FINANCE' && actor.associationId) return { ...others, payeeId: actor.associationId };
  if (actor.role !== 'AUDITOR') return null;
  if (actor.associationId === 'national') return others;
  return actor.associationId ? { ...others, payeeId: actor.associationId } : null;
}
