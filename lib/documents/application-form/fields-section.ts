import { type Cell, FormGrid, labelCell, type Row, wordsCell } from '@/lib/documents/application-form/form-grid';
import type { FormSection } from '@/lib/documents/application-form/form-words';
import type { PageFlow, Sheet } from '@/lib/documents/application-form/page-flow';
import { content, contentWidth } from '@/lib/documents/application-form/page-geometry';

type FieldsSection = Extract<FormSection, { kind: 'fields' }>;
type Field = FieldsSection['fields'][number];

const LABEL_WIDTH = 74;
const PADDING = 5;
const ROW_HEIGHT = 34;
/** One inch as passports count it: 25 × 35 mm, the shape of 295 × 413 pixels. */
const PHOTO = { width: 87, height: 121.8 };
const PHOTO_COLUMN = PHOTO.width + 14;
const PHOTO_ROOM = 4 * ROW_HEIGHT;

/** Labels and values in rows: two pairs to a row where both are short, beside the photo if there is one. */
export function drawFields(flow: PageFlow, section: FieldsSection, hasPhoto: boolean): void {
  const { slug, title, sharesPage = false } = section;
  flow.openSection({
    slug,
    title,
    sharesPage,
    firstHeight: section.withPhoto ? PHOTO_ROOM + ROW_HEIGHT : 2 * ROW_HEIGHT,
  });
  const photo = { sheet: section.withPhoto ? flow.sheet : undefined, top: flow.y, bottom: flow.y + PHOTO_ROOM };
  const grid = new FormGrid(flow);
  let [waiting, photoEnd] = [section.fields, photo.bottom];
  while (waiting.length > 0) {
    const isBesidePhoto = flow.sheet === photo.sheet && flow.y < photo.bottom - 1;
    const { row, rest } = nextRow(flow, waiting, isBesidePhoto ? contentWidth - PHOTO_COLUMN : contentWidth);
    const reach = isBesidePhoto && rest.length === 0 ? photo.bottom - flow.y : 0;
    grid.add({ ...row, minHeight: Math.max(row.minHeight, reach) });
    if (isBesidePhoto) photoEnd = flow.sheet === photo.sheet ? flow.y : content.bottom;
    waiting = rest;
  }
  grid.finish();
  photo.sheet?.drawings.push(photoMark({ ...photo, bottom: photoEnd, hasPhoto }));
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
  const value = field.value === '' ? '—' : field.value;
  return [
    labelCell(flow, { text: field.label, width: LABEL_WIDTH, paddingX: PADDING }),
    wordsCell(flow, { text: value, width: width - LABEL_WIDTH, paddingX: PADDING }),
  ];
}

function photoMark(input: { top: number; bottom: number; hasPhoto: boolean }): Sheet['drawings'][number] {
  const x = content.right - PHOTO_COLUMN / 2;
  const y = (input.top + input.bottom) / 2;
  if (input.hasPhoto) return { kind: 'picture', x: x - PHOTO.width / 2, y: y - PHOTO.height / 2, ...PHOTO };
  return { kind: 'text', x: x - 10.5, y: y + 4, size: 10.5, weight: 'regular', text: '照片', grey: 0.55 };
}
