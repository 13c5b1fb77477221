import { fitLines } from '@/lib/documents/application-form/fit-lines';
import type { FormWords } from '@/lib/documents/application-form/form-words';
import type { PageFlow } from '@/lib/documents/application-form/page-flow';
import { content, contentWidth } from '@/lib/documents/application-form/page-geometry';

const TITLE_TOP = 214;
const FACTS = {
  middle: 504,
  labelX: content.left + 50,
  valueX: content.left + 130,
  right: content.right - 50,
  step: 40,
  lineStep: 23,
};
const ORGANISER_Y = 676;

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
    const x = content.left + (contentWidth - line.width) / 2 - line.hang;
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
    { label: '申请人', value: ruledValue(flow, cover.applicantName) },
    { label: '工作单位', value: ruledValue(flow, cover.unitName) },
    { label: '申报类别', value: ruledValue(flow, cover.category) },
    { label: '填报日期', value: ruledValue(flow, cover.filledOn) },
  ];
  const moreLines = facts.reduce((sum, { value }) => sum + value.lines.length - 1, 0);
  const step = FACTS.step - Math.min(10, 2 * moreLines);
  let y = FACTS.middle - ((facts.length - 1) * step + moreLines * FACTS.lineStep) / 2;
  for (const { label, value } of facts) {
    const spread = spreadOver(label);
    flow.add({ kind: 'text', x: FACTS.labelX, y, size: 15, weight: 'bold', text: label, spread });
    y = drawRuledValue(flow, value, y) + step;
  }
}

/** Labels of two or three characters are spaced out to the width of four. */
function spreadOver(label: string): number {
  return (4 - label.length) / Math.max(1, label.length - 1);
}

type RuledValue = ReturnType<typeof fitLines>;

/** A value as if written by hand: on one line if it fits, else smaller on two or three. */
function ruledValue(flow: PageFlow, text: string): RuledValue {
  const style = { text, width: FACTS.right - FACTS.valueX, weight: 'regular' as const, typefaces: flow.typefaces };
  const onOneLine = fitLines({ ...style, sizes: [15, 13], lines: 1 });
  const isWhole = onOneLine.lines[0]?.text === text;
  return isWhole ? onOneLine : fitLines({ ...style, sizes: [13, 11, 9], lines: 3 });
}

function drawRuledValue(flow: PageFlow, { size, lines }: RuledValue, firstY: number): number {
  lines.forEach((line, index) => {
    const y = firstY + index * FACTS.lineStep;
    const x = (FACTS.valueX + FACTS.right - line.width) / 2 - line.hang;
    flow.add({ kind: 'text', x, y, size, weight: 'regular', text: line.text });
    flow.add({ kind: 'rule', x1: FACTS.valueX, y1: y + 6, x2: FACTS.right, y2: y + 6, width: 0.6 });
  });
  return firstY + (lines.length - 1) * FACTS.lineStep;
}
