import { db } from '@/lib/db/client';
import type { NoticeOutcome } from '@/lib/db/generated/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { log } from '@/lib/log';
import type { PaymentProvider, RefundReport, WireNotice } from './provider';
import { enterRefund } from './refunds/enter-refund';
import type { Settlement, SettlePayment } from './settle-attempt';

interface Receiving {
  provider: PaymentProvider;
  notice: WireNotice;
  settle: SettlePayment;
  now: Date;
}

interface KeptNotice {
  provider: string;
  noticeId: string;
  outTradeNumber: string;
  body: string;
  receivedAt: Date;
}

export type NoticeAnswer = 'taken' | 'refused';

const keptOfRefused = 4000;
const refusedKeptADay = 100;
const day = 24 * 60 * 60_000;

/** Keeps every notice, and settles what is proven to come from the provider. */
export async function receiveNotice({ provider, notice, settle, now }: Receiving): Promise<NoticeAnswer> {
  const read = provider.parseNotice(notice);
  const body = provider.keptBody?.(notice.body) ?? notice.body;
  if (!read.genuine) {
    log().warn({ provider: provider.name, because: read.because }, 'payment notice refused');
    await keepRefused({ provider: provider.name, because: read.because, body, now });
    return 'refused';
  }
  const kept = {
    provider: provider.name,
    noticeId: read.noticeId,
    outTradeNumber: read.outTradeNumber,
    body,
    receivedAt: now,
  };
  if (read.refund) {
    await enterNoticedRefund(read.refund, { kept, now });
    return 'taken';
  }
  if (!read.report) {
    await db.paymentNotice.create({ data: { ...kept, outcome: 'IGNORED' } });
    return 'taken';
  }
  await settle({
    told: { state: 'paid', report: read.report },
    now,
    alongside: async (tx: Transaction, settlement) => {
      await tx.paymentNotice.create({ data: { ...kept, ...outcomeOf(settlement) } });
    },
  });
  return 'taken';
}

/** A refund that is none of ours is kept for people, and answered like the others. */
async function enterNoticedRefund(report: RefundReport, { kept, now }: { kept: KeptNotice; now: Date }): Promise<void> {
  await inTransaction(async (tx) => {
    const entry = await enterRefund({ tx, report, now });
    const outcome = entry === 'unknown' ? 'UNMATCHED' : entry === 'repeated' ? 'REPEATED' : 'SETTLED';
    await tx.paymentNotice.create({ data: { ...kept, outcome, because: entry === 'unknown' ? 'UNKNOWN_REFUND' : '' } });
  });
}

function outcomeOf(settlement: Settlement): { outcome: NoticeOutcome; because?: string } {
  if (settlement.settled) return { outcome: 'SETTLED' };
  if (settlement.because === 'REPEATED') return { outcome: 'REPEATED' };
  return { outcome: 'UNMATCHED', because: settlement.because };
}

/** Anybody can send rubbish: a flood of it is logged, but does not fill a table from which nothing is ever deleted. */
async function keepRefused(refused: { provider: string; because: string; body: string; now: Date }): Promise<void> {
  const { provider, because, body, now } = refused;
  const since = new Date(now.getTime() - day);
  const recent = await db.paymentNotice.count({ where: { outcome: 'REFUSED', receivedAt: { gt: since } } });
  if (recent >= refusedKeptADay) return;
  const text = body.replaceAll('\u0000', '').slice(0, keptOfRefused);
  await db.paymentNotice.create({
    data: { provider, noticeId: '', outcome: 'REFUSED', because, body: text, receivedAt: now },
  });
}
