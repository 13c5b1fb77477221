import {
  type Cell,
  type CellStyle,
  FormGrid,
  heightOf,
  labelCell,
  type Row,
  wordsCell,
} from '@/lib/documents/application-form/form-grid';
import type { FormSection } from '@/lib/documents/application-form/form-words';
import type { PageFlow } from '@/lib/documents/application-form/page-flow';
import { contentWidth } from '@/lib/documents/application-form/page-geometry';
import { setGlyphs, widthOf } from '@/lib/documents/pdf/text-setting';

type TableSection = Extract<FormSection, { kind: 'table' }>;

const HEADER_HEIGHT = 28;
const ROW_HEIGHT = 30;
const EMPTY_HEIGHT = 48;
const TALL_ROW = 150;
const NARROWEST = 36;
const ROOMY: CellStyle = { size: 10.5, paddingX: 6 };
const TIGHT: CellStyle = { size: 9, paddingX: 4 };
const STYLES: CellStyle[] = [ROOMY, { size: 10.5, paddingX: 4 }, { size: 9.5, paddingX: 4 }, TIGHT];

export function drawTable(flow: PageFlow, section: TableSection): void {
  const widths = columnWidths(section.columns.map((column) => column.width));
  const style = kindestStyle(flow, section, widths);
  const headerCells = section.columns.map((column, index) =>
    labelCell(flow, { text: column.label, width: widths[index] ?? NARROWEST, ...style }),
  );
  const header = { cells: headerCells, minHeight: HEADER_HEIGHT };
  const rows = section.rows.length === 0 ? [emptyRow(flow, section)] : wordRows(flow, { section, widths, style });
  const firstHeight = heightOf(header) + Math.min(TALL_ROW, ...rows.slice(0, 1).map(heightOf));
  flow.openSection({ slug: section.slug, title: section.title, sharesPage: section.sharesPage ?? false, firstHeight });
  const grid = new FormGrid(flow, header);
  for (const row of rows) grid.add(row);
  grid.finish();
}

type Setting = { section: TableSection; widths: number[]; style: CellStyle };

/** A column of short entries is centred as a whole; one long entry turns the whole column to the left. */
function wordRows(flow: PageFlow, { section, widths, style }: Setting): Row[] {
  const rows = section.rows.map((row) =>
    widths.map((width, index) => wordsCell(flow, { text: row[index] ?? '', width, ...style })),
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
  const cell = wordsCell(flow, { text: section.emptyText, width: contentWidth, grey: 0.35 });
  return { cells: [{ ...cell, align: 'centre' }], minHeight: EMPTY_HEIGHT };
}

/** The roomiest setting that tears no date and no short entry apart, of those that even the tightest can hold. */
function kindestStyle(flow: PageFlow, section: TableSection, widths: number[]): CellStyle {
  const pieces = section.rows.flatMap((row) =>
    widths.flatMap((width, index) => wholePieces(row[index] ?? '').map((text) => ({ width, em: emWidth(flow, text) }))),
  );
  const fits = ({ width, em }: { width: number; em: number }, { size, paddingX }: CellStyle) =>
    em * size <= width - 2 * paddingX;
  const savable = pieces.filter((piece) => fits(piece, TIGHT));
  return STYLES.find((style) => savable.every((piece) => fits(piece, style))) ?? TIGHT;
}

function wholePieces(text: string): string[] {
  return [...text].length <= 4 ? [text] : (text.match(/[A-Za-z0-9.,:%-]{2,16}/g) ?? []);
}

function emWidth(flow: PageFlow, text: string): number {
  return widthOf(setGlyphs({ text, weight: 'regular', typefaces: flow.typefaces }));
}

/** Shares of the width, but none so narrow that a word cannot stand in it. */
function columnWidths(shares: number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const least = Math.min(NARROWEST, contentWidth / shares.length);
  const spare = contentWidth - least * shares.length;
  const wished = shares.map((share) => Math.max(0, (share / total) * contentWidth - least));
  const wishedInAll = wished.reduce((sum, width) => sum + width, 0);
  return wished.map((width) => least + (wishedInAll === 0 ? 0 : (width / wishedInAll) * spare));
}
