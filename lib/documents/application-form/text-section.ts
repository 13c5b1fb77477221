import type { FormSection } from '@/lib/documents/application-form/form-words';
import { type Cell, type CellLine, FormGrid } from '@/lib/documents/application-form/form-grid';
import type { PageFlow } from '@/lib/documents/application-form/page-flow';
import { contentWidth } from '@/lib/documents/application-form/page-geometry';
import { breakLines } from '@/lib/documents/pdf/line-breaking';
import { spreadToFill } from '@/lib/documents/pdf/text-setting';

type TextSection = Extract<FormSection, { kind: 'text' }>;

const SIZE = 12;
const LEAD = 22;
const LEAST_HEIGHT = 120;

export function drawText(flow: PageFlow, section: TextSection): void {
  const { slug, title, sharesPage = false } = section;
  flow.openSection({ slug, title, sharesPage, firstHeight: LEAST_HEIGHT });
  const grid = new FormGrid(flow);
  grid.add({ cells: [proseCell(flow, section.paragraphs)], minHeight: LEAST_HEIGHT });
  grid.finish();
}

/** Running text in a ruled box: two characters of indent, both edges flush. */
export function proseCell(flow: PageFlow, paragraphs: string[], size = SIZE, lead = LEAD): Cell {
  const padding = { x: 14, y: 12 };
  const width = contentWidth - 2 * padding.x;
  const lines = paragraphs.flatMap((text) => proseLines(flow, { text, width, size }));
  return { width: contentWidth, lines, size, lead, weight: 'regular', align: 'left', stands: 'top', padding };
}

export function proseLines(flow: PageFlow, input: { text: string; width: number; size: number }): CellLine[] {
  const indent = 2 * input.size;
  return input.text
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((text) => {
      const broken = breakLines({ ...input, text, indent, weight: 'regular', typefaces: flow.typefaces });
      return broken.map((line, index) => {
        const lineIndent = index === 0 ? indent : 0;
        const room = input.width - lineIndent;
        const spread = line.endsParagraph ? undefined : spreadToFill({ ...line, room, size: input.size });
        return { ...line, indent: lineIndent, spread };
      });
    });
}
