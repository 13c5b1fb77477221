import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { lockInvoice, lockInvoicedOrder, type LoadedInvoice } from '@/lib/invoices/lock-invoice';
import { judgeInvoice, judgeInvoiceDesk, judgeRequest } from '@/lib/invoices/policy';
import { type RecordedLine, recordResults } from '@/lib/invoices/record-results';
import { requestInvoice } from '@/lib/invoices/request-invoice';
import { sellerInput } from '@/lib/invoices/schema';
import { saveSeller } from '@/lib/invoices/seller';
import { takeBatch } from '@/lib/invoices/take-batch';
import type { TitleFacts } from '@/lib/invoices/titles';
import type { InvoiceMove } from '@/lib/invoices/lifecycle';
import type { Actor } from '@/lib/kernel/actor';
import type { Transaction } from '@/lib/db/transaction';
import { insist } from './applications/act';
import { memoryProvider } from './memory-provider';
import { payDay as now, type PayingApplicant } from './paying-applicant';
import { payOnline } from './pay-online';

export const ownTitle: TitleFacts = { kind: 'INDIVIDUAL', title: '陆示例', taxNumber: '', email: 'lu@example.com' };
export const schoolTitle: TitleFacts = { kind: 'COMPANY', title: '示例市第一中学', taxNumber: '12320100DEM0000010', email: 'school@example.com' };

/** Pays the whole order at a provider of its own. */
export async function paid(applicant: PayingApplicant): Promise<void> {
  const provider = memoryProvider();
  provider.name = `memory-${applicant.orderId}`;
  await payOnline({ ...applicant, provider, now });
  const { attempts, totalFen } = await applicant.order();
  const outTradeNumber = attempts[0]?.outTradeNumber ?? '';
  const report = { provider: provider.name, outTradeNumber, providerTransactionId: `T-${applicant.orderId}`, amountFen: totalFen, paidAt: now };
  await settlePayment({ told: { state: 'paid', report }, now });
}

export const ask = (actor: Actor, orderId: string, input: TitleFacts = ownTitle, at = now): Promise<void> =>
  inTransaction(async (tx) => {
    const subject = await lockInvoicedOrder(tx, orderId);
    insist(judgeRequest(actor, subject));
    await requestInvoice({ tx, actor, subject, input, now: at });
  });

type Work<Input, Result> = (step: { tx: Transaction; actor: Actor; subject: LoadedInvoice; input: Input; now: Date }) => Promise<Result>;

/** What a button of an invoice does. */
export const press = <Input, Result>(actor: Actor, invoiceId: string, move: InvoiceMove, work: Work<Input, Result>, input: Input, at = now): Promise<Result> =>
  inTransaction(async (tx) => {
    const subject = await lockInvoice(tx, invoiceId);
    insist(judgeInvoice(actor, move, subject));
    return work({ tx, actor, subject, input, now: at });
  });

export const latestInvoice = (orderId: string) => db.invoice.findFirstOrThrow({ where: { orderId }, orderBy: { id: 'desc' } });

const atDesk = <Result>(actor: Actor, work: (tx: Transaction, subject: { payeeId: string }) => Promise<Result>): Promise<Result> =>
  inTransaction(async (tx) => {
    const subject = { payeeId: actor.associationId ?? '' };
    insist(judgeInvoiceDesk(actor, subject));
    return work(tx, subject);
  });

export const seller = (actor: Actor, way: 'CLIENT' | 'PLATFORM' = 'CLIENT'): Promise<void> => {
  const typed = { itemName: '示例项目', itemCode: '1234567890123456789', taxRate: '免税', way, taxNumber: '12320100DEM0000010' };
  return atDesk(actor, (tx, subject) => saveSeller({ tx, actor, subject, input: sellerInput.parse(typed), now }));
};

export const take = (actor: Actor, at = now) => atDesk(actor, (tx, subject) => takeBatch({ tx, actor, subject, input: {}, now: at }));

export const tell = (actor: Actor, lines: string, at = now): Promise<RecordedLine[]> =>
  atDesk(actor, (tx, subject) => recordResults({ tx, actor, subject, input: { lines }, now: at }));

let last = 0;
/** Twenty digits that no other invoice has. */
export const aNumber = (): string => `253220000${String(++last).padStart(11, '0')}`;
