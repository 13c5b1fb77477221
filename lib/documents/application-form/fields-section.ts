import type { FormSection } from '@/lib/documents/application-form/form-words';
import { type Cell, FormGrid, type Row, wordsCell } from '@/lib/documents/application-form/form-grid';
import type { PageFlow } from '@/lib/documents/application-form/page-flow';
import { content, contentWidth } from '@/lib/documents/application-form/page-geometry';

type FieldsSection = Extract<FormSection, { kind: 'fields' }>;
type Field = FieldsSection['fields'][number];

const LABEL_WIDTH = 82;
const ROW_HEIGHT = 33;
/** One inch as passports count it: 25 × 35 mm, the shape of 295 × 413 pixels. */
const PHOTO = { width: 88, height: 123.2, margin: 6 };
const PHOTO_COLUMN = PHOTO.width + 2 * PHOTO.margin;
const PHOTO_HEIGHT = PHOTO.height + 2 * PHOTO.margin;

/** Labels and values in rows: two pairs to a row where both are short, beside the photo if there is one. */
export function drawFields(flow: PageFlow, section: FieldsSection, hasPhoto: boolean): void {
  if (section.withPhoto && flow.room < PHOTO_HEIGHT + 40) flow.continueOnNextSheet();
  const photoSheet = section.withPhoto ? flow.sheet : undefined;
  const photoBottom = flow.y + PHOTO_HEIGHT;
  if (section.withPhoto) drawPhoto(flow, hasPhoto);
  const grid = new FormGrid(flow);
  let waiting = section.fields;
  while (waiting.length > 0) {
    const isBesidePhoto = flow.sheet === photoSheet && flow.y < photoBottom - 1;
    const width = isBesidePhoto ? contentWidth - PHOTO_COLUMN : contentWidth;
    const { row, rest } = nextRow(flow, waiting, width);
    const mustReachPhotoBottom = isBesidePhoto && rest.length === 0;
    grid.add(mustReachPhotoBottom ? { ...row, minHeight: Math.max(row.minHeight, photoBottom - flow.y) } : row);
    waiting = rest;
  }
  grid.finish();
}

function nextRow(flow: PageFlow, fields: Field[], width: number): { row: Row; rest: Field[] } {
  const [first, second] = fields;
  if (first === undefined) throw new Error('a row needs a field');
  const half = halfRow(flow, first, width / 2);
  const other = second === undefined ? undefined : halfRow(flow, second, width / 2);
  if (half !== undefined && other !== undefined) {
    return { row: { cells: [...half, ...other], minHeight: ROW_HEIGHT }, rest: fields.slice(2) };
  }
  return { row: { cells: pairCells(flow, first, width), minHeight: ROW_HEIGHT }, rest: fields.slice(1) };
}

/** A pair fits half a row if its value stays on one line. */
function halfRow(flow: PageFlow, field: Field, width: number): Cell[] | undefined {
  const cells = pairCells(flow, field, width);
  return cells[1]?.lines.length === 1 ? cells : undefined;
}

function pairCells(flow: PageFlow, field: Field, width: number): Cell[] {
  return [
    wordsCell(flow, { text: field.label, width: LABEL_WIDTH, weight: 'bold', align: 'centre' }),
    wordsCell(flow, { text: field.value === '' ? '—' : field.value, width: width - LABEL_WIDTH }),
  ];
}

function drawPhoto(flow: PageFlow, hasPhoto: boolean): void {
  const x = content.right - PHOTO_COLUMN;
  const place = { x: x + PHOTO.margin, y: flow.y + PHOTO.margin, width: PHOTO.width, height: PHOTO.height };
  if (hasPhoto) return flow.add({ kind: 'picture', ...place });
  const y = flow.y + PHOTO_HEIGHT / 2 + 4;
  flow.add({ kind: 'text', x: x + PHOTO_COLUMN / 2 - 10.5, y, size: 10.5, weight: 'regular', text: '照片', grey: 0.55 });
}
