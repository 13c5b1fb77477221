import type { FormSection } from '@/lib/documents/application-form/form-words';
import { type Cell, FormGrid, type Row, wordsCell } from '@/lib/documents/application-form/form-grid';
import type { PageFlow } from '@/lib/documents/application-form/page-flow';
import { contentWidth } from '@/lib/documents/application-form/page-geometry';

type TableSection = Extract<FormSection, { kind: 'table' }>;

const HEADER_HEIGHT = 28;
const ROW_HEIGHT = 30;
const EMPTY_HEIGHT = 48;
const NARROWEST = 36;

export function drawTable(flow: PageFlow, section: TableSection): void {
  const widths = columnWidths(section.columns.map((column) => column.width));
  const headerCells = section.columns.map((column, index) =>
    wordsCell(flow, { text: column.label, width: widths[index] ?? NARROWEST, weight: 'bold', align: 'centre' }),
  );
  const grid = new FormGrid(flow, { cells: headerCells, minHeight: HEADER_HEIGHT });
  const rows = section.rows.length === 0 ? [emptyRow(flow, section)] : wordRows(flow, section, widths);
  for (const row of rows) grid.add(row);
  grid.finish();
}

/** A column of short entries is centred as a whole; one long entry turns the whole column to the left. */
function wordRows(flow: PageFlow, section: TableSection, widths: number[]): Row[] {
  const rows = section.rows.map((row) =>
    widths.map((width, index) => wordsCell(flow, { text: row[index] ?? '', width })),
  );
  const aligns = widths.map((_, index): Cell['align'] =>
    rows.every((cells) => (cells[index]?.lines.length ?? 0) <= 1) ? 'centre' : 'left',
  );
  return rows.map((cells) => ({
    cells: cells.map((cell, index) => ({ ...cell, align: aligns[index] ?? 'left' })),
    minHeight: ROW_HEIGHT,
  }));
}

function emptyRow(flow: PageFlow, section: TableSection): Row {
  const cell = wordsCell(flow, { text: section.emptyText, width: contentWidth, align: 'centre', grey: 0.35 });
  return { cells: [cell], minHeight: EMPTY_HEIGHT };
}

function columnWidths(shares: number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const wished = shares.map((share) => Math.max(NARROWEST, (share / total) * contentWidth));
  const excess = wished.reduce((sum, width) => sum + width, 0) - contentWidth;
  const spare = wished.reduce((sum, width) => sum + width - NARROWEST, 0);
  return wished.map((width) => width - (spare === 0 ? 0 : (excess * (width - NARROWEST)) / spare));
}
