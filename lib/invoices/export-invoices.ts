import { db } from '@/lib/db/client';
import type { SheetColumn, SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { plainDate, tableDateTime } from '@/lib/kernel/dates';
import { titleKindLabels } from './labels';
import { invoiceLabels } from './lifecycle';
import { visibleInvoicedOrders } from './policy';

const columns: SheetColumn[] = [
  { title: '发票流水号', width: 24 },
  { title: '订单编号', width: 32 },
  { title: '付款人', width: 20 },
  { title: '发票类型' },
  { title: '发票抬头', width: 36 },
  { title: '纳税人识别号', width: 22 },
  { title: '金额', isMoney: true },
  { title: '状态' },
  { title: '申请时间', width: 18 },
  { title: '批次', width: 20 },
  { title: '发票号码', width: 24 },
  { title: '开票日期' },
  { title: '登记时间', width: 18 },
  { title: '红字发票号码', width: 24 },
  { title: '红冲日期' },
  { title: '红冲原因', width: 24 },
  { title: '没有开成的原因', width: 30 },
];

interface Wish {
  /** From the first to the last instant, both included. */
  from: Date;
  to: Date;
  most: number;
}

/** Invoices that were asked for, issued or reversed in the period; null where they are too many at once. */
export async function exportInvoices(actor: Actor, { from, to, most }: Wish): Promise<SheetTable | null> {
  const order = visibleInvoicedOrders(actor);
  if (!order) return { name: '发票', columns, rows: [] };
  const within = { gte: from, lte: to };
  const invoices = await db.invoice.findMany({
    where: { order, OR: [{ requestedAt: within }, { issuedAt: within }, { reversedAt: within }] },
    include: {
      batch: { select: { number: true } },
      order: { select: { number: true, person: { select: { name: true } }, unit: { select: { name: true } } } },
    },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: most + 1,
  });
  return invoices.length > most ? null : { name: '发票', columns, rows: invoices.map(rowOf) };
}

interface Exported extends Awaited<ReturnType<typeof db.invoice.findFirstOrThrow>> {
  batch: { number: string } | null;
  order: { number: string; person: { name: string }; unit: { name: string } | null };
}

const rowOf = ({ order, batch, serial, kind, title, taxNumber, amountFen, status, ...invoice }: Exported): SheetTable['rows'][number] => [
  ...[serial, order.number, order.unit?.name ?? order.person.name, titleKindLabels[kind], title, taxNumber],
  ...[{ fen: amountFen }, invoiceLabels[status].label, tableDateTime(invoice.requestedAt), batch?.number ?? ''],
  ...[invoice.number ?? '', invoice.issuedOn ? plainDate(invoice.issuedOn) : '', invoice.issuedAt ? tableDateTime(invoice.issuedAt) : ''],
  ...[invoice.redNumber ?? '', invoice.reversedOn ? plainDate(invoice.reversedOn) : '', invoice.reversalReason, invoice.failure],
];
