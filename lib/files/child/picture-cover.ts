import { decodePDFRawStream, PDFArray, PDFContentStream, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage, PDFRawStream } from 'pdf-lib';
import { contentTokens } from './content-tokens.ts';

export interface PageContent {
  /** Share of the page that pictures lie on. */
  covered: number;
  /** Something else is drawn: letters, lines, areas. */
  hasDrawing: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
type Box = { x: number; y: number; width: number; height: number };

const columns = 42;
const rows = 60;
const deepest = 6;
const mostTokens = 600_000;
/** A coarser picture cannot be a page that one reads: a single pixel, blown up, covers a page too. */
const coarsestDpi = 40;
const drawing = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh']);
const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** How much of a page its pictures cover, by following its drawing orders, nested ones too. */
export function pictureCover(page: PDFPage): PageContent {
  const walk: Walk = { cells: new Set(), hasDrawing: false, tokens: 0, box: page.getCropBox() };
  const content = page.node.Contents();
  const parts = content instanceof PDFArray ? content.asArray().map((part) => page.node.context.lookup(part)) : [content];
  const text = parts.map(decoded).join('\n');
  follow(walk, { text, resources: page.node.Resources(), matrix: identity, depth: 0 });
  return { covered: walk.cells.size / (columns * rows), hasDrawing: walk.hasDrawing };
}

interface Walk {
  cells: Set<number>;
  hasDrawing: boolean;
  tokens: number;
  box: Box;
}

interface Stretch {
  text: string;
  resources: PDFDict | undefined;
  matrix: Matrix;
  depth: number;
}

function follow(walk: Walk, { text, resources, matrix: start, depth }: Stretch): void {
  const kept: Matrix[] = [];
  let matrix = start;
  let numbers: number[] = [];
  let named = '';
  for (const token of contentTokens(text)) {
    if (++walk.tokens > mostTokens) return;
    if (token.kind === 'number') numbers.push(token.value);
    if (token.kind === 'name') named = token.value;
    if (token.kind !== 'operator') continue;
    if (token.value === 'q') kept.push(matrix);
    if (token.value === 'Q') matrix = kept.pop() ?? start;
    if (token.value === 'cm') matrix = times(matrixOf(numbers), matrix);
    if (token.value === 'Do') draw(walk, named, { text: '', resources, matrix, depth });
    if (token.value === 'EI') cover(walk, matrix);
    if (drawing.has(token.value)) walk.hasDrawing = true;
    numbers = [];
  }
}

/** An outer object: a picture, or a form with orders of its own. */
function draw(walk: Walk, name: string, { resources, matrix, depth }: Stretch): void {
  const objects = resources?.lookup(PDFName.of('XObject'));
  const object = objects instanceof PDFDict ? objects.lookup(PDFName.of(name)) : undefined;
  if (!(object instanceof PDFRawStream)) return;
  const { dict } = object;
  const kind = dict.lookup(PDFName.of('Subtype'));
  if (kind === PDFName.of('Image') && isFine(dict, matrix)) cover(walk, matrix);
  if (kind !== PDFName.of('Form') || depth >= deepest) return;
  const own = dict.lookup(PDFName.of('Resources'));
  follow(walk, {
    text: decoded(object),
    resources: own instanceof PDFDict ? own : resources,
    matrix: times(matrixOf(numbersIn(dict.lookup(PDFName.of('Matrix')))), matrix),
    depth: depth + 1,
  });
}

function isFine(dict: PDFDict, [a, b, c, d]: Matrix): boolean {
  const [width, height] = [dict.lookup(PDFName.of('Width')), dict.lookup(PDFName.of('Height'))];
  if (!(width instanceof PDFNumber) || !(height instanceof PDFNumber)) return false;
  const inches = (Math.hypot(a, b) / 72) * (Math.hypot(c, d) / 72);
  return width.asNumber() * height.asNumber() >= inches * coarsestDpi ** 2;
}

/** Marks the cells of the page under the unit square of this matrix. */
function cover({ cells, box }: Walk, [a, b, c, d, e, f]: Matrix): void {
  const xs = [e, e + a, e + c, e + a + c].map((x) => ((x - box.x) / box.width) * columns);
  const ys = [f, f + b, f + d, f + b + d].map((y) => ((y - box.y) / box.height) * rows);
  const [left, right] = [Math.max(0, Math.round(Math.min(...xs))), Math.min(columns, Math.round(Math.max(...xs)))];
  const [low, high] = [Math.max(0, Math.round(Math.min(...ys))), Math.min(rows, Math.round(Math.max(...ys)))];
  for (let y = low; y < high; y++) for (let x = left; x < right; x++) cells.add(y * columns + x);
}

function decoded(stream: PDFObject | undefined): string {
  if (stream instanceof PDFContentStream) return stream.getContentsString();
  if (!(stream instanceof PDFRawStream)) return '';
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

const numbersIn = (value: PDFObject | undefined): number[] =>
  value instanceof PDFArray ? value.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : 0)) : [];

function matrixOf(numbers: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = numbers.slice(-6);
  return f === undefined ? identity : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
}

/** First `one`, then `other`. */
const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];
