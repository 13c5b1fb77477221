import { db } from '@/lib/db/client';
import type { SheetColumn, SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { plainDate, tableDateTime } from '@/lib/kernel/dates';
import { voucherLabels } from '../labels';
import { visibleOrders } from '../policy';
import type { Period } from './period';

export const voucherColumns: SheetColumn[] = [
  { title: '订单编号', width: 32 },
  { title: '付款人', width: 20 },
  { title: '转账户名', width: 20 },
  { title: '转账日期' },
  { title: '金额', isMoney: true },
  { title: '状态' },
  { title: '提交时间', width: 18 },
  { title: '第一位确认人' },
  { title: '第一次确认时间', width: 18 },
  { title: '办理人' },
  { title: '办理时间', width: 18 },
  { title: '银行流水号', width: 28 },
  { title: '说明', width: 30 },
];

/** Transfers whose vouchers came in the period, whatever became of them. */
export async function voucherRows(actor: Actor, { from, to }: Period, take: number): Promise<SheetTable['rows']> {
  const visible = visibleOrders(actor);
  if (!visible) return [];
  const vouchers = await db.paymentVoucher.findMany({
    where: { order: visible, uploadedAt: { gte: from, lte: to } },
    include: { order: { select: { number: true, person: { select: { name: true } }, unit: { select: { name: true } } } } },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    take,
  });
  return vouchers.map(({ order, payerName, paidOn, amountFen, status, ...voucher }) => [
    ...[order.number, order.unit?.name ?? order.person.name, payerName, plainDate(paidOn), { fen: amountFen }],
    ...[voucherLabels[status].label, tableDateTime(voucher.uploadedAt)],
    ...[voucher.foundByName ?? '', voucher.foundAt ? tableDateTime(voucher.foundAt) : ''],
    ...[voucher.decidedByName ?? '', voucher.decidedAt ? tableDateTime(voucher.decidedAt) : ''],
    ...[voucher.bankReference ?? '', voucher.note ?? ''],
  ]);
}
