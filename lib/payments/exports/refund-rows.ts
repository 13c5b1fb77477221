import { db } from '@/lib/db/client';
import type { SheetColumn, SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import { providerLabels, refundLabels, refundReasonLabels } from '../labels';
import { visibleRefunds } from '../refunds/policy';
import type { Period } from './period';

export const refundColumns: SheetColumn[] = [
  { title: '退款单号', width: 36 },
  { title: '订单编号', width: 32 },
  { title: '付款人', width: 20 },
  { title: '退款金额', isMoney: true },
  { title: '原付款金额', isMoney: true },
  { title: '原因', width: 20 },
  { title: '依据', width: 30 },
  { title: '原付款方式' },
  { title: '原付款交易号', width: 32 },
  { title: '状态' },
  { title: '提出人' },
  { title: '提出时间', width: 18 },
  { title: '复核人' },
  { title: '退回时间', width: 18 },
  { title: '支付平台退款号', width: 32 },
  { title: '银行流水号', width: 24 },
];

/** Refunds proposed in the period. */
export async function refundRows(actor: Actor, { from, to }: Period, take: number): Promise<SheetTable['rows']> {
  const visible = visibleRefunds(actor);
  if (!visible) return [];
  const refunds = await db.refund.findMany({
    where: { AND: [visible, { proposedAt: { gte: from, lte: to } }] },
    include: { order: { select: { number: true, person: { select: { name: true } }, unit: { select: { name: true } } } } },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    take,
  });
  return refunds.map(({ order, ...refund }) => [
    ...[refund.number, order?.number ?? '', order?.unit?.name ?? order?.person.name ?? ''],
    ...[{ fen: refund.amountFen }, { fen: refund.paymentFen }],
    ...[refundReasonLabels[refund.reason], refund.note],
    ...[providerLabels[refund.provider] ?? refund.provider, refund.providerTransactionId],
    ...[refundLabels[refund.status].label, refund.proposedByName, tableDateTime(refund.proposedAt)],
    ...[refund.decidedByName ?? '', refund.finishedAt ? tableDateTime(refund.finishedAt) : ''],
    ...[refund.providerRefundId ?? '', refund.bankReference ?? ''],
  ]);
}
