import { type CellValue, type ColumnDef, writeXlsx } from 'hucre/xlsx';
import type { CsvCell } from '@/lib/kernel/csv';

export interface SheetColumn {
  title: string;
  /** In characters. */
  width?: number;
  isMoney?: boolean;
}

export interface SheetTable {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly CsvCell[])[];
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook with a sheet a table. Text stays text, whatever it begins with; money is a number with two decimals. */
export async function xlsxOf(tables: readonly SheetTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: tables.map(({ name, columns, rows }) => ({
      name: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      columns: columns.map(columnOf),
      rows: [columns.map(({ title }) => title), ...rows.map((row) => row.map(xlsxValue))],
      freezePane: { rows: 1 },
    })),
  });
  return new Uint8Array(bytes);
}

const columnOf = ({ width = 14, isMoney }: SheetColumn): ColumnDef => ({ width, ...(isMoney ? { numFmt: '#,##0.00' } : {}) });

function xlsxValue(cell: CsvCell): CellValue {
  if (cell === null || typeof cell !== 'object') return cell;
  return cell.fen / 100;
}
