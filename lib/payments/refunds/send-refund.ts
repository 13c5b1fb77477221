import { db } from '@/lib/db/client';
import type { Refund } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { log } from '@/lib/log';
import { refundReasonLabels } from '../labels';
import { type PaymentProvider, ProviderSilentError } from '../provider';
import { enterRefund, failRefund, type RefundEntry } from './enter-refund';
import { lockRefund } from './lock-refund';

interface RefundPorts {
  provider: PaymentProvider;
  now: Date;
}

/** Asks the provider to give the money back; asked twice under one number, he gives it back once. */
export async function sendRefund(refundId: string, { provider, now }: RefundPorts): Promise<RefundEntry> {
  const refund = await db.refund.findUniqueOrThrow({ where: { id: refundId } });
  if (refund.status !== 'APPROVED' || refund.provider !== provider.name) return 'repeated';
  const answer = await provider.refund({
    refundNumber: refund.number,
    outTradeNumber: refund.outTradeNumber,
    amountFen: refund.amountFen,
    paymentFen: refund.paymentFen,
    reason: refundReasonLabels[refund.reason],
  });
  return inTransaction(async (tx) => {
    if (answer.answer === 'accepted') return enterRefund({ tx, report: answer.report, now });
    const locked = await lockRefund(tx, refundId);
    if (locked.refund.status !== 'APPROVED') return 'repeated';
    await failRefund({
      tx,
      refund: locked.refund,
      now,
      because: sentences[answer.code] ?? `支付平台没有受理（${answer.code}）`,
    });
    return 'failed';
  });
}

const balanceTooLow = '支付平台账户余额不足，请充值或等有新的收款后重新发起';

/** Why not, where a person can do something about it. */
const sentences: Record<string, string> = { NOT_ENOUGH: balanceTooLow, 'ACQ.SELLER_BALANCE_NOT_ENOUGH': balanceTooLow };

/** `broken`: could not be looked after, and keeps no other from being. */
type RefundTally = Record<RefundEntry | 'broken', number>;

const batch = 100;
const pauseMs = 60_000;

/** Every minute: what was never sent is sent, and what is on its way is asked after. */
export async function reconcileRefunds(ports: RefundPorts): Promise<RefundTally> {
  const { provider, now } = ports;
  const open = await db.refund.findMany({
    where: {
      provider: provider.name,
      status: { in: ['APPROVED', 'SENT'] },
      OR: [{ checkedAt: null }, { checkedAt: { lt: new Date(now.getTime() - pauseMs) } }],
    },
    orderBy: [{ checkedAt: { sort: 'asc', nulls: 'first' } }, { proposedAt: 'asc' }],
    take: batch,
  });
  const tally: RefundTally = { given: 0, waiting: 0, failed: 0, repeated: 0, unknown: 0, broken: 0 };
  for (const refund of open) {
    await db.refund.update({ where: { id: refund.id }, data: { checkedAt: now } });
    try {
      tally[await lookAfter(refund, ports)] += 1;
    } catch (error) {
      const { number } = refund;
      if (error instanceof ProviderSilentError) {
        log().warn({ err: error, number }, 'payment provider silent');
      } else {
        tally.broken += 1;
        log().error({ err: error, number }, 'refund not reconciled');
      }
    }
  }
  return tally;
}

async function lookAfter(refund: Refund, ports: RefundPorts): Promise<RefundEntry> {
  const report = await ports.provider.queryRefund({ refundNumber: refund.number, outTradeNumber: refund.outTradeNumber });
  if (report) return inTransaction((tx) => enterRefund({ tx, report, now: ports.now }));
  if (refund.status === 'APPROVED') return sendRefund(refund.id, ports);
  throw new Error(`refund ${refund.number} was taken on by the provider, who does not know it`);
}
