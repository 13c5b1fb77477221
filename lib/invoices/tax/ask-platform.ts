import { log } from '@/lib/log';
import { invoiceableFen } from '../invoiceable';
import { type Entered, enterIssue, enterReversal } from './enter-outcome';
import { type IssueWish, PlatformSilentError, type ReversalWish, type TaxOutcome, type TaxPlatform } from './tax-platform';
import { noteAsked, type WaitingInvoice, waitingInvoice, waitingInvoices } from './waiting-invoices';

export interface PlatformPorts {
  platform: TaxPlatform;
  now: Date;
}

/** `silent`: nothing was learnt; it is asked again. */
export type Heard = Entered | 'silent';

const most = 200;
const pauseMs = 50_000;
/** A platform that is away keeps nobody waiting for hours. */
const mostSilences = 3;

/** Hands a taken invoice over. Done twice, or again after a crash, it is the same invoice. */
export async function issueByPlatform(invoiceId: string, ports: PlatformPorts): Promise<Heard> {
  const invoice = await waitingInvoice(invoiceId, 'ISSUING');
  return invoice ? ask(invoice, ports, () => ports.platform.issue(issueWish(invoice))) : 'over';
}

export async function reverseByPlatform(invoiceId: string, ports: PlatformPorts): Promise<Heard> {
  const invoice = await waitingInvoice(invoiceId, 'REVERSING');
  return invoice ? ask(invoice, ports, () => ports.platform.reverse(reversalWish(invoice))) : 'over';
}

/** Every minute: asks what became of all that the platform has not answered, and hands over what it has never heard of. */
export async function askPlatform(ports: PlatformPorts): Promise<Partial<Record<Heard, number>>> {
  const tally: Partial<Record<Heard, number>> = {};
  const askedBefore = new Date(ports.now.getTime() - pauseMs);
  for (const invoice of await waitingInvoices({ askedBefore, most })) {
    const heard = await ask(invoice, ports, () => whatBecameOf(invoice, ports.platform));
    tally[heard] = (tally[heard] ?? 0) + 1;
    if (tally.silent === mostSilences) break;
  }
  return tally;
}

async function whatBecameOf(invoice: WaitingInvoice, platform: TaxPlatform): Promise<TaxOutcome> {
  if (invoice.status === 'REVERSING') {
    const wish = reversalWish(invoice);
    const outcome = await platform.queryReversal(wish.requestId);
    return outcome.state === 'unknown' ? platform.reverse(wish) : outcome;
  }
  const wish = issueWish(invoice);
  const outcome = await platform.query(wish.serial);
  return outcome.state === 'unknown' ? platform.issue(wish) : outcome;
}

async function ask(asked: WaitingInvoice, { now }: PlatformPorts, question: () => Promise<TaxOutcome>): Promise<Heard> {
  await noteAsked(asked.id, now);
  try {
    const outcome = await question();
    return await (asked.status === 'REVERSING' ? enterReversal : enterIssue)({ asked, outcome, now });
  } catch (error) {
    if (!(error instanceof PlatformSilentError)) throw error;
    log().warn({ err: error, serial: asked.serial }, 'tax platform silent');
    return 'silent';
  }
}

/** A refusal is for good under its serial, so that each taking has one of its own. */
export const issueWish = ({ serial, batch, kind, title, taxNumber, amountFen, order }: WaitingInvoice): IssueWish => ({
  serial: `${serial}-${batch.number}`,
  sellerTaxNumber: batch.sellerTaxNumber,
  buyer: { kind, title, taxNumber },
  item: { name: batch.itemName, code: batch.itemCode, taxRate: batch.taxRate },
  amountFen,
  orderNumber: order.number,
});

const reversalWish = ({ redRequestId, number, batch, amountFen, order }: WaitingInvoice): ReversalWish => ({
  requestId: redRequestId ?? '',
  sellerTaxNumber: batch.sellerTaxNumber,
  number: number ?? '',
  amountFen,
  reason: invoiceableFen(order) === amountFen ? 'mistake' : 'service_ended',
});
