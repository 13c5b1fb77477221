import type { SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { exportKindNames, type ExportKind } from './schema';
import { ledgerRows, ledgerColumns } from './ledger-rows';
import { orderColumns, orderRows } from './order-rows';
import { paymentColumns, paymentRows } from './payment-rows';
import { payoutColumns, payoutRows } from './payout-rows';
import { refundColumns, refundRows } from './refund-rows';
import type { Period } from './period';
import { voucherColumns, voucherRows } from './voucher-rows';

/** More are too many for one spreadsheet. */
export const mostRows = 100_000;

type Table = Pick<SheetTable, 'columns'> & { rows: (actor: Actor, period: Period, take: number) => Promise<SheetTable['rows']> };

/** Invoices are another room's, and are asked for there. */
export type BookKind = Exclude<ExportKind, 'invoices'>;

const tables: Record<BookKind, Table> = {
  orders: { columns: orderColumns, rows: orderRows },
  payments: { columns: paymentColumns, rows: paymentRows },
  vouchers: { columns: voucherColumns, rows: voucherRows },
  refunds: { columns: refundColumns, rows: refundRows },
  payouts: { columns: payoutColumns, rows: payoutRows },
  ledger: { columns: ledgerColumns, rows: ledgerRows },
};

/** What the actor may see of a table, of a period; null where it is too much at once. */
export async function exportTable(actor: Actor, kind: BookKind, period: Period): Promise<SheetTable | null> {
  const { columns, rows } = tables[kind];
  const found = await rows(actor, period, mostRows + 1);
  return found.length > mostRows ? null : { name: exportKindNames[kind], columns, rows: found };
}
