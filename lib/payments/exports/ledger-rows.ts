import { db } from '@/lib/db/client';
import type { SheetColumn, SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import { accountNames, ledgerKindNames } from '@/lib/ledger/labels';
import { visibleBooks } from '../books-policy';
import { providerLabels } from '../labels';
import { orderNames } from './order-names';
import type { Period } from './period';

export const ledgerColumns: SheetColumn[] = [
  { title: '序号', width: 10 },
  { title: '记账时间', width: 18 },
  { title: '类别', width: 18 },
  { title: '科目', width: 18 },
  { title: '支付平台' },
  { title: '订单编号', width: 32 },
  { title: '借方', isMoney: true },
  { title: '贷方', isMoney: true },
  { title: '摘要', width: 30 },
  { title: '凭证', width: 44 },
];

/** Every entry of the period; each event's debits are its credits. */
export async function ledgerRows(actor: Actor, { from, to }: Period, take: number): Promise<SheetTable['rows']> {
  const visible = visibleBooks(actor);
  if (!visible) return [];
  const entries = await db.ledgerEntry.findMany({
    where: { transaction: { AND: [visible, { at: { gte: from, lte: to } }] } },
    include: { transaction: true },
    orderBy: [{ transaction: { at: 'asc' } }, { id: 'asc' }],
    take,
  });
  const names = await orderNames(entries);
  return entries.map(({ transaction: { id, at, kind, note, key }, account, provider, orderId, amountFen }) => [
    ...[Number(id), tableDateTime(at), ledgerKindNames[kind] ?? kind, accountNames[account]],
    ...[provider ? (providerLabels[provider] ?? provider) : '', names.get(orderId ?? '')?.number ?? ''],
    ...[amountFen > 0 ? { fen: amountFen } : null, amountFen < 0 ? { fen: -amountFen } : null],
    ...[note, key],
  ]);
}
