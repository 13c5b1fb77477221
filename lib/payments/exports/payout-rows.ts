import { db } from '@/lib/db/client';
import type { SheetColumn, SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { beijingDay, parsePlainDate, plainDate, tableDateTime } from '@/lib/kernel/dates';
import { providerLabels } from '../labels';
import { visiblePayouts } from '../payouts/payout-queries';
import type { Period } from './period';

export const payoutColumns: SheetColumn[] = [
  { title: '银行流水号', width: 28 },
  { title: '到账日期' },
  { title: '支付平台' },
  { title: '金额', isMoney: true },
  { title: '登记人' },
  { title: '登记时间', width: 18 },
  { title: '撤销人' },
  { title: '撤销时间', width: 18 },
  { title: '撤销原因', width: 30 },
];

/** Settlements that arrived in the period, also those that were taken back. */
export async function payoutRows(actor: Actor, { from, to }: Period, take: number): Promise<SheetTable['rows']> {
  const visible = visiblePayouts(actor);
  const [first, last] = [from, to].map((at) => parsePlainDate(beijingDay(at)));
  if (!visible || !first || !last) return [];
  const payouts = await db.payout.findMany({
    where: { AND: [visible, { arrivedOn: { gte: first, lte: last } }] },
    orderBy: [{ arrivedOn: 'asc' }, { id: 'asc' }],
    take,
  });
  return payouts.map(({ bankReference, arrivedOn, provider, amountFen, ...payout }) => [
    ...[bankReference, plainDate(arrivedOn), providerLabels[provider] ?? provider, { fen: amountFen }],
    ...[payout.enteredByName, tableDateTime(payout.enteredAt)],
    ...[payout.reversedByName ?? '', payout.reversedAt ? tableDateTime(payout.reversedAt) : '', payout.reversedBecause ?? ''],
  ]);
}
