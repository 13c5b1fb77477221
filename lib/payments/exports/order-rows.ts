import { db } from '@/lib/db/client';
import type { SheetColumn, SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import { orderStatusLabel } from '../labels';
import { visibleOrders } from '../policy';
import type { Period } from './period';

export const orderColumns: SheetColumn[] = [
  { title: '订单编号', width: 32 },
  { title: '付款人', width: 20 },
  { title: '项目', width: 36 },
  { title: '认证年度', width: 24 },
  { title: '订单总金额', isMoney: true },
  { title: '已支付金额', isMoney: true },
  { title: '已退金额', isMoney: true },
  { title: '订单状态' },
  { title: '订单创建时间', width: 18 },
  { title: '支付时间', width: 18 },
];

/** Orders made in the period. */
export async function orderRows(actor: Actor, { from, to }: Period, take: number): Promise<SheetTable['rows']> {
  const visible = visibleOrders(actor);
  if (!visible) return [];
  const orders = await db.order.findMany({
    where: { AND: [visible, { createdAt: { gte: from, lte: to } }] },
    include: { cycle: { select: { name: true, texts: true } }, person: { select: { name: true } }, unit: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take,
  });
  return orders.map(({ number, person, unit, title, cycle, ...order }) => [
    ...[number, unit?.name ?? person.name, title, cycle.name],
    ...[{ fen: order.totalFen }, { fen: order.paidFen }, { fen: order.refundedFen }],
    orderStatusLabel(order.status, cycle.texts).label,
    tableDateTime(order.createdAt),
    order.paidAt ? tableDateTime(order.paidAt) : '',
  ]);
}
