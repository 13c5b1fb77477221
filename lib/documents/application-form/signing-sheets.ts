import { FormGrid } from '@/lib/documents/application-form/form-grid';
import type { PageFlow } from '@/lib/documents/application-form/page-flow';
import { content, SEAL_RADIUS } from '@/lib/documents/application-form/page-geometry';
import { proseCell } from '@/lib/documents/application-form/text-section';
import type { Rect } from '@/lib/documents/pdf/drawing';
import { setGlyphs, widthOf } from '@/lib/documents/pdf/text-setting';

export type Region = Rect & { page: number };

/** Where hand and seal belong; `y` counts from the top edge of the page. */
export type SigningRegions = {
  applicantSignature: Region;
  applicantDate: Region;
  unitSignature: Region;
  unitDate: Region;
  seal: Region;
};

/** Without a number: a section that comes or goes must not void the sheets that were signed and sealed. */
const OWN_SHEET = { sharesPage: false, firstHeight: 0, isNumbered: false };
const SIZE = 12;
const ROOM_FOR_PEN = 34;
const DECLARATION_SPACE = 170;
const UNIT_SPACE = 190;
const ASSOCIATION_LEAST = 170;

export function drawDeclaration(flow: PageFlow, paragraphs: string[]) {
  flow.openSection({ slug: 'declaration', title: '本人承诺', ...OWN_SHEET });
  const grid = new FormGrid(flow);
  grid.add({ cells: [proseCell(flow, paragraphs, 14, 28)], minHeight: 0 });
  const top = grid.space(DECLARATION_SPACE);
  grid.finish();
  const x = content.right - 310;
  return {
    applicantSignature: drawSigningLine(flow, { label: '申请人（签字）：', x, y: top + 96, width: 180 }),
    applicantDate: drawDateLine(flow, { label: '日期：', x, y: top + 142 }),
  };
}

export function drawUnitOpinion(flow: PageFlow, statement: string) {
  flow.openSection({ slug: 'unit-opinion', title: '所在单位意见', ...OWN_SHEET });
  const grid = new FormGrid(flow);
  grid.add({ cells: [proseCell(flow, [statement])], minHeight: 0 });
  const top = grid.space(UNIT_SPACE);
  grid.finish();
  const x = content.left + 22;
  return {
    unitSignature: drawSigningLine(flow, { label: '负责人（签字）：', x, y: top + 104, width: 130 }),
    unitDate: drawDateLine(flow, { label: '日期：', x, y: top + 152 }),
    seal: drawSealPlace(flow, { x: content.right - 130, y: top + UNIT_SPACE / 2 - 2 }),
  };
}

/** The association writes and stamps by hand, so its box is left open. */
export function drawAssociationOpinion(flow: PageFlow, title: string): void {
  const opening = { sharesPage: true, firstHeight: ASSOCIATION_LEAST, isNumbered: false };
  flow.openSection({ slug: 'association-opinion', title, ...opening });
  const grid = new FormGrid(flow);
  const height = Math.max(ASSOCIATION_LEAST, flow.room - 10);
  const bottom = grid.space(height) + height;
  grid.finish();
  const x = content.right - 240;
  drawLabel(flow, { text: '（盖章）', x: x + 76, y: bottom - 58 });
  drawDateLine(flow, { label: '日期：', x, y: bottom - 24 });
}

function drawSigningLine(flow: PageFlow, place: { label: string; x: number; y: number; width: number }): Region {
  const x = drawLabel(flow, { text: place.label, x: place.x, y: place.y });
  flow.add({ kind: 'rule', x1: x, y1: place.y + 4, x2: x + place.width, y2: place.y + 4, width: 0.6 });
  const height = ROOM_FOR_PEN + 4;
  return { page: flow.pageNumber, x, y: place.y + 4 - height, width: place.width, height };
}

function drawDateLine(flow: PageFlow, place: { label: string; x: number; y: number }): Region {
  const start = drawLabel(flow, { text: place.label, x: place.x, y: place.y });
  let x = start;
  for (const { unit, width } of [
    { unit: '年', width: 48 },
    { unit: '月', width: 34 },
    { unit: '日', width: 34 },
  ]) {
    flow.add({ kind: 'rule', x1: x, y1: place.y + 4, x2: x + width, y2: place.y + 4, width: 0.6 });
    x = drawLabel(flow, { text: unit, x: x + width + 2, y: place.y }) + 2;
  }
  return { page: flow.pageNumber, x: start, y: place.y + 4 - ROOM_FOR_PEN, width: x - start, height: ROOM_FOR_PEN };
}

/** Grey, never red: a printed red ring would look like a seal to the eye and to the machine. */
function drawSealPlace(flow: PageFlow, centre: { x: number; y: number }): Region {
  flow.add({ kind: 'circle', ...centre, radius: SEAL_RADIUS, lineWidth: 0.8, grey: 0.7 });
  const text = '（盖章处）';
  drawLabel(flow, { text, x: centre.x - labelWidth(flow, text) / 2, y: centre.y + 4, grey: 0.6 });
  const side = 2 * SEAL_RADIUS;
  return { page: flow.pageNumber, x: centre.x - SEAL_RADIUS, y: centre.y - SEAL_RADIUS, width: side, height: side };
}

function drawLabel(flow: PageFlow, label: { text: string; x: number; y: number; grey?: number }): number {
  flow.add({ kind: 'text', size: SIZE, weight: 'regular', ...label });
  return label.x + labelWidth(flow, label.text);
}

function labelWidth(flow: PageFlow, text: string): number {
  return widthOf(setGlyphs({ text, weight: 'regular', typefaces: flow.typefaces })) * SIZE;
}
