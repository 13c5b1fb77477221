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

function proseLines(flow: PageFlow, input: { text: string; width: number; size: number }): CellLine[] {
  const style = { size: input.size, weight: 'regular' as const, typefaces: flow.typefaces };
  const paragraphs = input.text.split('\n').filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.flatMap((text) =>
    breakLines({ ...style, text, width: input.width, indent: 2 * input.size }).map((line, index) => {
      const indent = index === 0 ? 2 * input.size : 0;
      const fill = { ...style, text: line.text, width: line.width, room: input.width - indent };
      return { ...line, indent, spread: line.endsParagraph ? undefined : spreadToFill(fill) };
    }),
  );
}
