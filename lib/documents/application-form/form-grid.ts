import type { Weight } from '@/lib/documents/fonts/font-chain';
import { content, contentWidth } from '@/lib/documents/application-form/page-geometry';
import type { PageFlow } from '@/lib/documents/application-form/page-flow';
import { breakLines, type Line } from '@/lib/documents/pdf/line-breaking';

export type CellLine = Pick<Line, 'text' | 'width' | 'hang'> & { indent: number; spread?: number };

export type Cell = {
  width: number;
  lines: CellLine[];
  size: number;
  lead: number;
  weight: Weight;
  align: 'centre' | 'left';
  stands: 'middle' | 'top';
  padding: { x: number; y: number };
  grey?: number;
};

export type Row = { cells: Cell[]; minHeight: number };

const THICK = 1;
const THIN = 0.5;
const WORTH_SPLITTING = 190;
const LEAST_ON_A_PAGE = 3;
const SHORT_ENTRY = 12;

/** A ruled table that may run over several sheets: thick around, thin inside, its header row on each. */
export class FormGrid {
  readonly #flow: PageFlow;
  readonly #header: Row | undefined;
  #top: number;

  constructor(flow: PageFlow, header?: Row) {
    this.#flow = flow;
    this.#header = header;
    this.#top = flow.y;
    if (header === undefined) return;
    if (heightOf(header) > (content.bottom - content.top) / 2) throw new Error('a table heading takes half a page');
    this.#place(header, heightOf(header));
  }

  add(row: Row): void {
    const height = heightOf(row);
    if (height <= this.#flow.room) return this.#place(row, height);
    const fits = Math.floor(Math.min(...row.cells.map((cell) => (this.#flow.room - 2 * cell.padding.y) / cell.lead)));
    const isAtTop = this.#flow.y === this.#top && this.#header === undefined;
    const mustSplit = isAtTop || height > WORTH_SPLITTING;
    if (!mustSplit || fits < LEAST_ON_A_PAGE) {
      this.#turnSheet();
      return this.add(row);
    }
    this.#place(
      withLines(row, (lines) => lines.slice(0, fits)),
      this.#flow.room,
    );
    this.#turnSheet();
    this.add(withLines(row, (lines) => lines.slice(fits)));
  }

  /** Leaves a space inside the frame, never torn apart, and says where it begins. */
  space(height: number): number {
    if (height > this.#flow.room) this.#turnSheet();
    const top = this.#flow.y;
    this.#flow.y += height;
    return top;
  }

  finish(): void {
    const { y } = this.#flow;
    if (y === this.#top) return;
    const place = { x: content.left, y: this.#top, width: contentWidth, height: y - this.#top };
    this.#flow.add({ kind: 'frame', ...place, lineWidth: THICK });
  }

  #turnSheet(): void {
    this.finish();
    this.#flow.continueOnNextSheet();
    this.#top = this.#flow.y;
    if (this.#header !== undefined) this.#place(this.#header, heightOf(this.#header));
  }

  #place(row: Row, height: number): void {
    const flow = this.#flow;
    const right = content.left + row.cells.reduce((width, cell) => width + cell.width, 0);
    if (flow.y > this.#top) {
      flow.add({ kind: 'rule', x1: content.left, y1: flow.y, x2: right, y2: flow.y, width: THIN });
    }
    let x = content.left;
    for (const cell of row.cells) {
      drawCell(flow, cell, { x, height });
      x += cell.width;
      if (x < content.right - 1) flow.add({ kind: 'rule', x1: x, y1: flow.y, x2: x, y2: flow.y + height, width: THIN });
    }
    flow.y += height;
  }
}

export function heightOf(row: Row): number {
  const heights = row.cells.map((cell) => cell.lines.length * cell.lead + 2 * cell.padding.y);
  return Math.max(row.minHeight, ...heights);
}

export type CellStyle = { size: number; paddingX: number };

type Words = Partial<CellStyle & Pick<Cell, 'weight' | 'align' | 'grey'>> & { text: string; width: number };

/** A cell of ordinary words, broken to its width. A short entry that needs two lines gets two of like length. */
export function wordsCell(flow: PageFlow, input: Words): Cell {
  const { text, width, size = 10.5, paddingX = 6, weight = 'regular', align = 'left', grey } = input;
  const style = { text, size, weight, typefaces: flow.typefaces };
  const isShort = text.length <= SHORT_ENTRY;
  const broken = (isShort ? balancedLines : breakLines)({ ...style, width: width - 2 * paddingX });
  const lines = broken.map((line) => ({ ...line, indent: 0 }));
  const padding = { x: paddingX, y: 6 };
  return { width, lines, size, lead: size * 1.55, weight, align, stands: 'middle', padding, grey };
}

export function labelCell(flow: PageFlow, input: Words): Cell {
  return wordsCell(flow, { ...input, weight: 'bold', align: 'centre' });
}

function balancedLines(style: Parameters<typeof breakLines>[0]): Line[] {
  const lines = breakLines(style);
  const even = lines.reduce((sum, line) => sum + line.width, 0) / lines.length;
  for (let width = even + 0.1; lines.length > 1 && width < style.width; width += style.size / 2) {
    const balanced = breakLines({ ...style, width });
    if (balanced.length === lines.length) return balanced;
  }
  return lines;
}

function withLines(row: Row, change: (lines: CellLine[]) => CellLine[]): Row {
  return { minHeight: 0, cells: row.cells.map((cell) => ({ ...cell, stands: 'top', lines: change(cell.lines) })) };
}

function drawCell(flow: PageFlow, cell: Cell, place: { x: number; height: number }): void {
  const { size, lead, weight, grey, padding } = cell;
  const spare = place.height - cell.lines.length * lead;
  const top = flow.y + (cell.stands === 'middle' ? spare / 2 : padding.y);
  cell.lines.forEach(({ text, width, hang, indent, spread }, index) => {
    if (text === '') return;
    const centred = place.x + (cell.width - width) / 2;
    const x = (cell.align === 'centre' ? centred : place.x + padding.x + indent) - hang;
    const y = top + index * lead + lead / 2 + size * 0.36;
    flow.add({ kind: 'text', x, y, size, weight, text, grey, spread });
  });
}
