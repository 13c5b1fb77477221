import type { SheetTable } from '@/lib/files/spreadsheet';
import type { Actor } from '@/lib/kernel/actor';
import { exportKindNames, type ExportKind } from './schema';
import { ledgerRows, ledgerColumns } from './ledger-rows';
import { orderColumns, orderRows } from './order-rows';
import { paymentColumns, paymentRows } from './payment-rows';
import { refundColumns, refundRows } from './refund-rows';
import type { Period } from './period';

/** More are too many for one spreadsheet. */
export const mostRows = 100_000;

type Table = Pick<SheetTable, 'columns'> & { rows: (actor: Actor, period: Period, take: number) => Promise<SheetTable['rows']> };

const tables: Record<ExportKind, Table> = {
  orders: { columns: orderColumns, rows: orderRows },
  payments: { columns: paymentColumns, rows: paymentRows },
  refunds: { columns: refundColumns, rows: refundRows },
  ledger: { columns: ledgerColumns, rows: ledgerRows },
};

/** What the actor may see of a table, of a period; null where it is too much at once. */
export async function exportTable(actor: Actor, kind: ExportKind, period: Period): Promise<SheetTable | null> {
  const { columns, rows } = tables[kind];
  const found = await rows(actor, period, mostRows + 1);
  return found.length > mostRows ? null : { name: exportKindNames[kind], columns, rows: found };
}
