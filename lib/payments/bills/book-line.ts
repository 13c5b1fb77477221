import { db } from '@/lib/db/client';
import type { BillLine, BillOutcome } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import type { RefundReport } from '../provider';
import { enterRefund } from '../refunds/enter-refund';
import type { SettlePayment } from '../settle-attempt';

interface Booking {
  line: BillLine;
  provider: string;
  settle: SettlePayment;
  now: Date;
}

/** What notice and query missed is booked now, by the same use cases; writes down once what became of the line. */
export async function bookLine(booking: Booking): Promise<BillOutcome> {
  const { line } = booking;
  const outcome = await (line.kind === 'PAYMENT' ? bookPaid(booking) : bookGivenBack(booking));
  await db.billLine.updateMany({
    where: { id: line.id, outcome: null },
    data: { outcome, ...(await ownerOf(booking)) },
  });
  return outcome;
}

async function bookPaid({ line, provider, settle, now }: Booking): Promise<BillOutcome> {
  const { outTradeNumber, providerTransactionId, amountFen, at: paidAt } = line;
  const report = { provider, outTradeNumber, providerTransactionId, amountFen, paidAt };
  const settlement = await settle({ told: { state: 'paid', report }, now });
  if (settlement.settled) return 'BOOKED';
  if (settlement.because !== 'REPEATED') return 'UNMATCHED';
  return (await bookedFen(provider, providerTransactionId)) === amountFen ? 'KNOWN' : 'DIFFERENT';
}

/** With which amount a payment is known to us. */
export async function bookedFen(provider: string, providerTransactionId: string): Promise<number> {
  const listed = await db.unmatchedPayment.findFirst({ where: { provider, providerTransactionId } });
  if (listed) return listed.amountFen;
  const attempt = await db.paymentAttempt.findFirst({ where: { provider, providerTransactionId } });
  return attempt?.amountFen ?? 0;
}

async function bookGivenBack({ line, provider, now }: Booking): Promise<BillOutcome> {
  const refund = await db.refund.findUnique({ where: { number: line.refundNumber } });
  const isOurs = refund?.provider === provider && refund.amountFen === line.amountFen;
  if (!refund || !isOurs || refund.bankReference || !sent.includes(refund.status)) return 'DIFFERENT';
  const { refundNumber, outTradeNumber, providerRefundId, amountFen, at } = line;
  const named = { provider, refundNumber, outTradeNumber, providerRefundId, amountFen };
  const report: RefundReport = { ...named, state: states[line.state], finishedAt: line.state === 'DONE' ? at : null };
  const entry = await inTransaction((tx) => enterRefund({ tx, report, now }));
  if (line.state === 'PROCESSING') return 'WAITING';
  return entry === 'given' || entry === 'failed' ? 'BOOKED' : 'KNOWN';
}

const states = { DONE: 'succeeded', PROCESSING: 'processing', FAILED: 'abnormal' } as const;

const sent: readonly string[] = ['APPROVED', 'SENT', 'FAILED', 'SUCCEEDED'];

/** Which order and whose books a line belongs to; nobody's where no number is ours. */
export async function ownerOf({
  line,
  provider,
}: Pick<Booking, 'line' | 'provider'>): Promise<{ orderId: string | null; payeeId: string | null }> {
  const order = { select: { id: true, payeeId: true } } as const;
  const attempt = await db.paymentAttempt.findUnique({ where: { outTradeNumber: line.outTradeNumber }, include: { order } });
  if (attempt?.provider === provider) return { orderId: attempt.order.id, payeeId: attempt.order.payeeId };
  return { orderId: null, payeeId: null };
}
