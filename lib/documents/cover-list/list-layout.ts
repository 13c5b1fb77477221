import { fitLines } from '@/lib/documents/application-form/fit-lines';
import type { Typefaces, Weight } from '@/lib/documents/fonts/font-chain';
import type { Drawing } from '@/lib/documents/pdf/drawing';
import { PAGE_HEIGHT } from '@/lib/documents/pdf/page-operators';
import { type ColumnKey, columns, listMargin, listRight, listWidth, rowsEnd } from './list-geometry';
import type { ListRow, ListTotals, ListWords } from './list-words';

interface Setting {
  totals: ListTotals;
  typefaces: Typefaces;
}

const headRoom = 26;
const lead = 15;
const paddingY = 7;
const signingRoom = 118;

/** Sheet after sheet: head on the first, the table's heading on each, the handler's signature after the last row. */
export function layOutList(words: ListWords, setting: Setting): Drawing[][] {
  const sheets: Drawing[][] = [];
  let y = 0;
  const turn = () => {
    const drawings: Drawing[] = [];
    sheets.push(drawings);
    y = sheets.length === 1 ? drawHead(drawings, words, setting) : drawContinuedHead(drawings, words, setting);
    y = drawTableHead(drawings, y, setting);
  };
  turn();
  words.rows.forEach((row, index) => {
    const cells = cellsOf(row, index + 1, setting);
    if (y + heightOf(cells) > rowsEnd) turn();
    y = drawRow(sheets.at(-1) ?? [], { y, cells });
  });
  if (y + signingRoom > rowsEnd) {
    sheets.push([]);
    y = drawContinuedHead(sheets.at(-1) ?? [], words, setting);
  }
  drawSigning(sheets.at(-1) ?? [], y + 20, setting);
  for (const [index, drawings] of sheets.entries()) drawFoot(drawings, { index, of: sheets.length, words, setting });
  return sheets;
}

interface Words {
  text: string;
  x: number;
  y: number;
  width: number;
  sizes: number[];
  lines?: number;
  weight?: Weight;
  align?: 'left' | 'centre' | 'right';
  typefaces: Typefaces;
}

/** Sets words into a width; answers where the next line would stand. */
function set(drawings: Drawing[], words: Words): number {
  const { text, x, width, sizes, lines = 1, weight = 'regular', align = 'left', typefaces } = words;
  const fitted = fitLines({ text, width, sizes, lines, weight, typefaces });
  const room = { left: 0, centre: 0.5, right: 1 }[align];
  let { y } = words;
  for (const line of fitted.lines) {
    const left = x + (width - line.width) * room - line.hang;
    drawings.push({ kind: 'text', x: left, y: y + fitted.size, size: fitted.size, weight, text: line.text });
    y += fitted.size * 1.5;
  }
  return y;
}

function drawHead(drawings: Drawing[], words: ListWords, { totals, typefaces }: Setting): number {
  const across = { x: listMargin, width: listWidth, typefaces };
  set(drawings, { ...across, text: '盖章清单', y: listMargin + 4, sizes: [24], weight: 'bold', align: 'centre' });
  let y = listMargin + 52;
  y = set(drawings, { ...across, text: words.unitName, y, sizes: [14, 12, 10], lines: 2, weight: 'bold', align: 'centre' });
  drawings.push(
    { kind: 'rule', x1: listMargin, x2: listRight, y1: y + 8, y2: y + 8, width: 1.4 },
    { kind: 'rule', x1: listMargin, x2: listRight, y1: y + 11, y2: y + 11, width: 0.5 },
  );
  const sides = words.isDuplex ? '双面打印' : '单面打印';
  const facts = [
    `清单编号 ${words.packetNumber}　　制表日期 ${words.madeOn}`,
    `申报书 ${totals.forms} 份，须盖章 ${totals.pages} 页，${sides}共 ${totals.sheets} 张纸（不含本清单）`,
  ];
  y += 20;
  for (const text of facts) y = set(drawings, { ...across, text, y, sizes: [10.5, 9] }) + 3;
  return y + 8;
}

function drawContinuedHead(drawings: Drawing[], words: ListWords, { typefaces }: Setting): number {
  const text = `盖章清单（续）　${words.unitName}`;
  const width = listWidth - 70;
  set(drawings, { text, x: listMargin, y: listMargin + 14, width, sizes: [11, 9, 8], weight: 'bold', typefaces });
  return listMargin + 56;
}

interface DrawnCell {
  x: number;
  lines: { text: string; width: number; hang: number }[];
  size: number;
  width: number;
  align: 'left' | 'centre';
  isTick: boolean;
}

function cellsOf(row: ListRow, position: number, { typefaces }: Setting): DrawnCell[] {
  const texts: Record<ColumnKey, string> = { ...row, position: String(position), tick: '' };
  let x = listMargin;
  return columns.map(({ key, width, align }) => {
    const fit = { text: texts[key], width: width - 10, sizes: [10, 9, 8, 7], weight: 'regular' as const, typefaces };
    const fitted = fitLines({ ...fit, lines: key === 'name' || key === 'pages' ? 4 : 1 });
    const cell = { x, lines: fitted.lines, size: fitted.size, width, align, isTick: key === 'tick' };
    x += width;
    return cell;
  });
}

const heightOf = (cells: DrawnCell[]): number =>
  Math.max(28, ...cells.map(({ lines }) => lines.length * lead + 2 * paddingY));

function drawRow(drawings: Drawing[], { y, cells }: { y: number; cells: DrawnCell[] }): number {
  const height = heightOf(cells);
  for (const { x, lines, size, width, align, isTick } of cells) {
    drawings.push({ kind: 'frame', x, y, width, height, lineWidth: 0.5 });
    const side = 11;
    const box = { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side };
    if (isTick) drawings.push({ kind: 'frame', ...box, lineWidth: 0.8 });
    const top = y + (height - lines.length * lead) / 2;
    lines.forEach(({ text, width: taken, hang }, index) => {
      if (text === '') return;
      const left = (align === 'centre' ? x + (width - taken) / 2 : x + 5) - hang;
      const baseline = top + index * lead + lead / 2 + size * 0.36;
      drawings.push({ kind: 'text', x: left, y: baseline, size, weight: 'regular', text });
    });
  }
  return y + height;
}

function drawTableHead(drawings: Drawing[], y: number, { typefaces }: Setting): number {
  let x = listMargin;
  for (const { title, width } of columns) {
    drawings.push({ kind: 'frame', x, y, width, height: headRoom, lineWidth: 0.5 });
    set(drawings, { text: title, x, y: y + 6, width, sizes: [10], weight: 'bold', align: 'centre', typefaces });
    x += width;
  }
  return y + headRoom;
}

const advice = [
  '1. 逐份核对姓名和首张校验码：与该份申报书第一张纸二维码旁的末八位字母一致。',
  '2. 须盖章的页按申报书标明的位置签字、加盖单位公章，不要盖在二维码上。',
  '3. 盖好后把整叠纸扫描成彩色 PDF，在“批量扫描”上传；次序、方向不限，本清单可以一起扫描。',
];

function drawSigning(drawings: Drawing[], top: number, { typefaces }: Setting): void {
  let y = top;
  for (const text of advice) y = set(drawings, { text, x: listMargin, y, width: listWidth, sizes: [9.5, 9], lines: 2, typefaces });
  y += 26;
  const places = [
    { label: '经办人', x: listMargin, to: listMargin + 210 },
    { label: '日期', x: listMargin + 250, to: listMargin + 430 },
  ];
  for (const { label, x, to } of places) {
    const wide = label.length * 11 + 8;
    set(drawings, { text: label, x, y: y - 11, width: wide, sizes: [11], weight: 'bold', typefaces });
    drawings.push({ kind: 'rule', x1: x + wide, x2: to, y1: y + 3, y2: y + 3, width: 0.6 });
  }
}

interface Foot {
  index: number;
  of: number;
  words: ListWords;
  setting: Setting;
}

function drawFoot(drawings: Drawing[], { index, of, words, setting: { typefaces } }: Foot): void {
  const y = PAGE_HEIGHT - 48;
  const demonstration = words.isDemonstration ? '　演示数据，无效' : '';
  const text = `清单第 ${index + 1} 页，共 ${of} 页。本清单不须盖章。${demonstration}`;
  set(drawings, { text, x: listMargin, y, width: listWidth, sizes: [9], align: 'right', typefaces });
}
