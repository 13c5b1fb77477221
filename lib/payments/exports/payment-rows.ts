import { db } from '@/lib/db/client';
import type { SheetColumn, SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import { ledgerKindNames } from '@/lib/ledger/labels';
import { visibleBooks } from '../books-policy';
import { providerLabels } from '../labels';
import { orderNames } from './order-names';
import type { Period } from './period';

export const paymentColumns: SheetColumn[] = [
  { title: '入账时间', width: 18 },
  { title: '类别', width: 18 },
  { title: '订单编号', width: 32 },
  { title: '付款人', width: 20 },
  { title: '渠道' },
  { title: '金额', isMoney: true },
  { title: '交易号或流水号', width: 36 },
];

/** Money that came in, as the books have it: for orders, and what waits to be settled. */
export async function paymentRows(actor: Actor, { from, to }: Period, take: number): Promise<SheetTable['rows']> {
  const visible = visibleBooks(actor);
  if (!visible) return [];
  const events = await db.ledgerTransaction.findMany({
    where: { AND: [visible, { kind: { in: ['payment', 'unmatched'] }, at: { gte: from, lte: to } }] },
    include: { entries: { where: { account: { in: ['GATEWAY', 'BANK'] } } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take,
  });
  const names = await orderNames(events.flatMap(({ entries }) => entries));
  return events.flatMap(({ entries, at, kind, key }) =>
    entries.map(({ orderId, account, provider, amountFen }) => {
      const place = account === 'BANK' ? 'bank' : provider;
      const order = names.get(orderId ?? '');
      return [
        ...[tableDateTime(at), ledgerKindNames[kind] ?? kind, order?.number ?? '', order?.payer ?? ''],
        ...[providerLabels[place] ?? place, { fen: amountFen }, key.split(':').slice(2).join(':')],
      ];
    }),
  );
}
