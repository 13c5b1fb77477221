import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYet, notYours, yes } from '@/lib/kernel/judgement';
import type { InvoiceWayCode } from './labels';
import { type InvoiceMove, type InvoiceRelation, type InvoiceStatusCode, moveOf } from './lifecycle';

/** Whose money it was: the order that the invoice is for. */
export interface InvoicedOrder {
  personId: string;
  unitId: string | null;
  payeeId: string;
  items: readonly { personId: string }[];
}

type Reader = InvoiceRelation | 'auditor';

interface JudgedInvoice {
  status: InvoiceStatusCode;
  order: InvoicedOrder;
  batch?: { way: InvoiceWayCode } | null;
  redFailure?: string;
}

/** The tax platform has it: its answers count, and no spreadsheet. */
export const isAtPlatform = ({ batch }: Pick<JudgedInvoice, 'batch'>): boolean => batch?.way === 'PLATFORM';

/** Whether this person may make this move with this invoice now. */
export function judgeInvoice(actor: Actor, move: InvoiceMove, invoice: JudgedInvoice): Judgement {
  const { by, byPlatform = by, from, otherwise } = moveOf(move);
  const relation = relationTo(actor, invoice.order);
  const who = isAtPlatform(invoice) ? byPlatform : by;
  if (relation === null || relation === 'auditor' || !who.includes(relation)) return notYours;
  if (!from.includes(invoice.status)) return notYet(otherwise);
  return relation === 'finance' && isReversedThere(invoice) ? notYet('税务平台正在办理红字发票，请等待答复。') : yes;
}

/** Until it refuses, the red invoice may already be there. */
const isReversedThere = (invoice: JudgedInvoice): boolean =>
  isAtPlatform(invoice) && invoice.status === 'REVERSING' && invoice.redFailure === '';

/** Who may ask for the invoice of an order. */
export const judgeRequest = (actor: Actor, order: InvoicedOrder): Judgement => (relationTo(actor, order) === 'payer' ? yes : notYours);

/** A unit acts through whoever administers it now; nobody in finance handles an invoice of money that was his. */
function relationTo(actor: Actor, order: InvoicedOrder): Reader | null {
  const { personId, role, associationId } = actor;
  if (role === 'SYSTEM') return 'platform';
  if (personId === null) return null;
  if (role === 'UNIT_ADMIN') return order.unitId !== null && order.unitId === actor.unitId ? 'payer' : null;
  if (role === 'APPLICANT') return order.unitId === null && order.personId === personId ? 'payer' : null;
  const isOwn = order.personId === personId || order.items.some((item) => item.personId === personId);
  if (isOwn || associationId === null) return null;
  if (role === 'FINANCE') return associationId === order.payeeId ? 'finance' : null;
  return role === 'AUDITOR' && (associationId === 'national' || associationId === order.payeeId) ? 'auditor' : null;
}

/** Orders whose invoices the actor may read, as a filter; null means none. */
export function visibleInvoicedOrders(actor: Actor): Record<string, unknown> | null {
  const { personId, role, associationId, unitId } = actor;
  if (personId === null) return null;
  if (role === 'APPLICANT') return { personId, unitId: null };
  if (role === 'UNIT_ADMIN') return unitId ? { unitId } : null;
  if ((role !== 'FINANCE' && role !== 'AUDITOR') || associationId === null) return null;
  const others = { personId: { not: personId }, items: { none: { personId } } };
  return role === 'AUDITOR' && associationId === 'national' ? others : { ...others, payeeId: associationId };
}

/** What concerns all invoices of an association: batches, results, settings. */
export const judgeInvoiceDesk = (actor: Actor, { payeeId }: { payeeId: string }): Judgement =>
  actor.personId !== null && actor.role === 'FINANCE' && actor.associationId !== null && actor.associationId === payeeId ? yes : notYours;
