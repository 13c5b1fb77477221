import { fitLines } from '@/lib/documents/application-form/fit-lines';
import type { FormWords } from '@/lib/documents/application-form/form-words';
import type { PageFlow } from '@/lib/documents/application-form/page-flow';
import { content, contentWidth } from '@/lib/documents/application-form/page-geometry';

const TITLE_TOP = 214;
const FACTS = { top: 428, labelX: content.left + 56, valueX: content.left + 146, right: content.right - 56, step: 40 };
const ORGANISER_Y = 694;

export function drawCover(flow: PageFlow, words: FormWords): void {
  flow.startCover();
  drawNumber(flow, words.applicationNumber);
  flow.y = TITLE_TOP;
  drawCentred(flow, { text: words.title, sizes: [28, 24, 20, 16], lines: 3, lead: 1.5 });
  drawDoubleRule(flow, flow.y + 6);
  flow.y += 28;
  drawCentred(flow, { text: words.cover.certification, sizes: [17, 14, 12], lines: 2, lead: 1.6 });
  drawCentred(flow, { text: words.cover.cycleName, sizes: [13, 11, 10], lines: 2, lead: 1.7, weight: 'regular' });
  drawFacts(flow, words.cover);
  flow.y = ORGANISER_Y;
  drawCentred(flow, { text: words.cover.organiser, sizes: [14, 12, 10], lines: 2, lead: 1.4 });
}

function drawNumber(flow: PageFlow, applicationNumber: string): void {
  const text = `申报编号：${applicationNumber}`;
  flow.add({ kind: 'text', x: content.left, y: 62, size: 12, weight: 'regular', text });
}

type Centred = { text: string; sizes: number[]; lines: number; lead: number; weight?: 'regular' | 'bold' };

function drawCentred(flow: PageFlow, { text, sizes, lines, lead, weight = 'bold' }: Centred): void {
  const fitted = fitLines({ text, sizes, lines, weight, width: contentWidth, typefaces: flow.typefaces });
  for (const line of fitted.lines) {
    const x = content.left + (contentWidth - line.width) / 2;
    flow.add({ kind: 'text', x, y: flow.y + fitted.size, size: fitted.size, weight, text: line.text });
    flow.y += fitted.size * lead;
  }
}

function drawDoubleRule(flow: PageFlow, y: number): void {
  const ends = { x1: content.left, x2: content.right };
  flow.add({ kind: 'rule', ...ends, y1: y, y2: y, width: 1.8 });
  flow.add({ kind: 'rule', ...ends, y1: y + 3.6, y2: y + 3.6, width: 0.6 });
}

function drawFacts(flow: PageFlow, cover: FormWords['cover']): void {
  const facts = [
    { label: '申 请 人', value: cover.applicantName },
    { label: '工作单位', value: cover.unitName },
    { label: '申报类别', value: cover.category },
    { label: '填报日期', value: cover.filledOn },
  ];
  let y = FACTS.top;
  for (const { label, value } of facts) {
    flow.add({ kind: 'text', x: FACTS.labelX, y, size: 15, weight: 'bold', text: label });
    y = drawRuledValue(flow, value, y) + FACTS.step;
  }
}

/** A value on ruled lines, as if written by hand: one line if it fits, else smaller on two or three. */
function drawRuledValue(flow: PageFlow, text: string, firstY: number): number {
  const width = FACTS.right - FACTS.valueX;
  const fitted = fitLines({ text, width, sizes: [15, 13], lines: 1, weight: 'regular', typefaces: flow.typefaces });
  const isWhole = fitted.lines.map((line) => line.text).join('') === text;
  const { size, lines } = isWhole
    ? fitted
    : fitLines({ text, width, sizes: [13, 11, 9], lines: 3, weight: 'regular', typefaces: flow.typefaces });
  let y = firstY;
  lines.forEach((line, index) => {
    if (index > 0) y += 23;
    const x = FACTS.valueX + (width - line.width) / 2;
    flow.add({ kind: 'text', x, y, size, weight: 'regular', text: line.text });
    flow.add({ kind: 'rule', x1: FACTS.valueX, y1: y + 6, x2: FACTS.right, y2: y + 6, width: 0.6 });
  });
  return y;
}
