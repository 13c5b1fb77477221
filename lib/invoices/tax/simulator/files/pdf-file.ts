import { openTypefaces } from '@/lib/documents/fonts/font-chain';
import { printable } from '@/lib/documents/fonts/printable';
import type { Drawing } from '@/lib/documents/pdf/drawing';
import { writePdf } from '@/lib/documents/pdf/write-pdf';
import { type InvoiceWords, linesOf, notAnInvoice } from './invoice-words';

const [left, right, top, lead] = [60, 535, 90, 30];
const valuesAt = 200;

export async function pdfFile(words: InvoiceWords): Promise<Buffer> {
  const lines = linesOf(words).map(([label, value]): [string, string] => [label, printable(value)]);
  const typefaces = await openTypefaces([words.heading, notAnInvoice, ...lines.flat()].join('\n'));
  const bytes = await writePdf({ pages: [drawingsOf(words.heading, lines)], bookmarks: [], title: `${words.heading} ${words.number}`, subject: words.buyer, photo: undefined, typefaces });
  return Buffer.from(bytes);
}

function drawingsOf(heading: string, lines: [string, string][]): Drawing[] {
  const foot = top + lead * (lines.length + 2);
  return [
    { kind: 'text', x: left, y: top, size: 18, weight: 'bold', text: heading },
    ...lines.flatMap(([label, value], index): Drawing[] => {
      const y = top + lead * (index + 1.5);
      return [
        { kind: 'text', x: left, y, size: 10.5, weight: 'regular', text: label, grey: 0.4 },
        { kind: 'text', x: valuesAt, y, size: 10.5, weight: 'regular', text: value },
        { kind: 'rule', x1: left, y1: y + 9, x2: right, y2: y + 9, width: 0.4, grey: 0.7 },
      ];
    }),
    { kind: 'text', x: left, y: foot, size: 9, weight: 'regular', text: notAnInvoice, grey: 0.4 },
  ];
}
