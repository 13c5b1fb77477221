import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { SheetColumn, SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { fields } from '@/lib/secrets';
import { visibleInvoicedOrders } from './policy';
import { invoiceKind, titleKindLabels } from './labels';

/** One row an invoice, in the order in which tax clients ask; a client with another template takes columns from it. */
const columns: SheetColumn[] = [
  { title: '发票流水号', width: 22 },
  { title: '发票类型', width: 14 },
  { title: '受票方类型', width: 12 },
  { title: '购买方名称', width: 36 },
  { title: '购买方纳税人识别号', width: 22 },
  { title: '购买方邮箱', width: 28 },
  { title: '项目名称', width: 24 },
  { title: '商品和服务税收分类编码', width: 24 },
  { title: '数量', width: 8 },
  { title: '金额（含税）', isMoney: true },
  { title: '税率', width: 8 },
  { title: '备注', width: 36 },
];

/** The spreadsheet of a batch, as often as it is wanted; null for another association's. */
export async function batchSheet(actor: Actor, number: string, now: Date): Promise<SheetTable | null> {
  const visible = visibleInvoicedOrders(actor);
  if (!visible || actor.role !== 'FINANCE' || !actor.associationId) return null;
  const batch = await db.invoiceBatch.findFirst({
    where: { number, payeeId: actor.associationId, way: 'CLIENT' },
    include: { invoices: { include: { order: { select: { number: true } } }, orderBy: { serial: 'asc' } } },
  });
  if (!batch) return null;
  await inTransaction((tx) =>
    recordEvent(tx, { stream: 'system', name: 'invoice_batch_exported', actor, at: now, data: { number, invoices: batch.invoices.length } }),
  );
  const { itemName, itemCode, taxRate } = batch;
  const rows = batch.invoices.map(({ serial, takingSerial, kind, title, taxNumber, mailCipher, amountFen, order }) => [
    ...[takingSerial ?? serial, invoiceKind, titleKindLabels[kind], title, taxNumber, fields().open(mailCipher)],
    ...[itemName, itemCode, 1, { fen: amountFen }, taxRate, `订单 ${order.number}`],
  ]);
  return { name: `待开发票 ${number}`, columns, rows };
}
