import { fitLines } from '@/lib/documents/application-form/fit-lines';
import type { FormWords } from '@/lib/documents/application-form/form-words';
import type { Sheet } from '@/lib/documents/application-form/page-flow';
import { codeBoxes, content } from '@/lib/documents/application-form/page-geometry';
import type { Typefaces } from '@/lib/documents/fonts/font-chain';
import type { Drawing } from '@/lib/documents/pdf/drawing';

const HEAD_WIDTH = 262;
const FOOT_WIDTH = 270;
const HEAD_RULE_Y = 107;
const FOOT_RULE_Y = 735;
const CLEAR_OF_CODE = 12;

type Running = { words: FormWords; typefaces: Typefaces };

/** Head and foot of the sheets. They hold nothing that another part or another version could change. */
export function addRunningMarks(sheets: Sheet[], running: Running): void {
  const head = [...headMarks(running), headRule, footRule];
  for (const sheet of sheets) {
    const isCover = sheet.sections.includes('cover');
    sheet.drawings.unshift(...(isCover ? [] : head), ...footMarks(sheet, running));
  }
}

const headRule: Drawing = {
  kind: 'rule',
  x1: content.left,
  y1: HEAD_RULE_Y,
  x2: codeBoxes.topRight.x - CLEAR_OF_CODE,
  y2: HEAD_RULE_Y,
  width: 0.8,
};

const footRule: Drawing = {
  kind: 'rule',
  x1: codeBoxes.bottomLeft.x + codeBoxes.bottomLeft.width + CLEAR_OF_CODE,
  y1: FOOT_RULE_Y,
  x2: content.right,
  y2: FOOT_RULE_Y,
  width: 0.5,
};

function headMarks({ words, typefaces }: Running): Drawing[] {
  const lines = [
    { text: words.title, sizes: [11, 9.5, 8], weight: 'bold' as const, most: 2, below: 4 },
    { text: `申报编号：${words.applicationNumber}`, sizes: [9], weight: 'regular' as const, most: 1, below: 0 },
    { text: `申请人：${words.cover.applicantName}`, sizes: [9, 8, 7], weight: 'regular' as const, most: 2, below: 0 },
  ];
  let y = 46;
  return lines.flatMap(({ text, sizes, weight, most, below }) => {
    const fitted = fitLines({ text, sizes, weight, lines: most, width: HEAD_WIDTH, typefaces });
    const drawings = fitted.lines.map((line, index): Drawing => {
      const place = { x: content.left - line.hang, y: y + index * fitted.size * 1.65, size: fitted.size, weight };
      return { kind: 'text', ...place, text: line.text };
    });
    y += fitted.lines.length * fitted.size * 1.65 + below;
    return drawings;
  });
}

function footMarks(sheet: Sheet, { words, typefaces }: Running): Drawing[] {
  const isCover = sheet.sections.includes('cover');
  const label = isCover ? '封面' : `${sheet.titles.join('　')} · 第 ${sheet.numberInPart} 页`;
  const lines = [{ text: label, sizes: [9, 8, 7], weight: 'regular' as const, y: 753 }];
  const demonstration = { text: '演示数据，无效', sizes: [15], weight: 'bold' as const, y: 790 };
  return [...lines, ...(words.isDemonstration ? [demonstration] : [])].flatMap(({ text, sizes, weight, y }) => {
    const fitted = fitLines({ text, sizes, weight, lines: 1, width: FOOT_WIDTH, typefaces });
    return fitted.lines.map((line): Drawing => {
      return { kind: 'text', x: content.right - line.width, y, size: fitted.size, weight, text: line.text };
    });
  });
}
