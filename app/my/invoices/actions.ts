'use server';

import type { Actor } from '@/lib/kernel/actor';
import type { InvoiceMove } from '@/lib/invoices/lifecycle';
import { type LoadedInvoice, lockInvoice, lockInvoicedOrder } from '@/lib/invoices/lock-invoice';
import { judgeInvoice, judgeRequest } from '@/lib/invoices/policy';
import { amendInvoice, askAgain, deleteInvoice, requestInvoice } from '@/lib/invoices/request-invoice';
import { askReversal } from '@/lib/invoices/reverse-invoice';
import {
  amendInvoiceInput,
  invoiceInput,
  requestInvoiceInput,
  reverseAndReplaceInput,
  reverseOnlyInput,
  titleIdInput,
} from '@/lib/invoices/schema';
import { forgetTitle } from '@/lib/invoices/title-book';
import { judgeOwn } from '@/lib/accounts/policy';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';

const may = (move: InvoiceMove) => (actor: Actor, invoice: LoadedInvoice) => judgeInvoice(actor, move, invoice);
const home = ({ unitId }: { unitId: string | null }): string => (unitId ? '/unit/invoices' : '/my/invoices');
const said = (order: { unitId: string | null }, text: string) => ({
  redirectTo: withMessage(home(order), { tone: 'success', text }),
});

export const requestInvoiceAction = action({
  input: requestInvoiceInput,
  load: (tx, { orderId }) => lockInvoicedOrder(tx, orderId),
  judge: judgeRequest,
  run: async (step) => {
    await requestInvoice(step);
    return step.subject;
  },
  after: ({ result }) => said(result, '发票已申请。缴费完成后由协会开具，开出前可以修改或删除。'),
});

export const amendInvoiceAction = action({
  input: amendInvoiceInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('amend'),
  run: async (step) => {
    await amendInvoice(step);
    return step.subject.order;
  },
  after: ({ result }) => said(result, '发票申请已修改。'),
});

export const deleteInvoiceAction = action({
  input: invoiceInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('delete'),
  run: async (step) => {
    await deleteInvoice(step);
    return step.subject.order;
  },
  after: ({ result }) => said(result, '发票申请已删除，需要时可以重新申请。'),
});

export const askAgainAction = action({
  input: invoiceInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('ask_again'),
  run: async (step) => {
    await askAgain(step);
    return step.subject.order;
  },
  after: ({ result: { number, unitId } }) => {
    const text = '可以更正抬头信息了；协会随后重新开具。';
    return { redirectTo: withMessage(`${home({ unitId })}/${number}`, { tone: 'info', text }) };
  },
});

export const reverseOnlyAction = action({
  input: reverseOnlyInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('ask_reversal'),
  run: async (step) => {
    await askReversal({ ...step, input: { reason: step.input.reason, replacement: null } });
    return step.subject.order;
  },
  after: ({ result }) => said(result, '红冲已申请，由协会在税务系统中办理。'),
});

export const reverseAndReplaceAction = action({
  input: reverseAndReplaceInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('ask_reversal'),
  run: async (step) => {
    const { reason, kind, title, taxNumber, email } = step.input;
    await askReversal({ ...step, input: { reason, replacement: { kind, title, taxNumber, email } } });
    return step.subject.order;
  },
  after: ({ result }) => said(result, '红冲重开已申请：原发票红冲后，自动按新的抬头开具。'),
});

export const forgetTitleAction = action({
  input: titleIdInput,
  load: async () => null,
  judge: judgeOwn,
  run: ({ tx, actor, input }) => forgetTitle(tx, actor, input.titleId),
  after: ({ actor }) => said({ unitId: actor.role === 'UNIT_ADMIN' ? actor.unitId : null }, '常用抬头已删除。'),
});
