import { codeModules } from '@/lib/documents/application-form/code-marks';
import { openTypefaces } from '@/lib/documents/fonts/font-chain';
import { printable } from '@/lib/documents/fonts/printable';
import type { Drawing } from '@/lib/documents/pdf/drawing';
import { writePdf } from '@/lib/documents/pdf/write-pdf';
import { writeListCode } from './list-code';
import { layOutList } from './list-layout';
import type { ListTotals, ListWords } from './list-words';
import { listMargin, listRight } from './list-geometry';

const codeSide = 51;

/** The list in front of a unit's stack. Every sheet carries a code of its own kind, never one of a form's. */
export async function makeCoverList(input: {
  words: ListWords;
  totals: ListTotals;
  pageKey: Uint8Array;
}): Promise<{ bytes: Uint8Array; pages: number }> {
  const words = tidy(input.words);
  const typefaces = await openTypefaces(textOf(words));
  const sheets = layOutList(words, { totals: input.totals, typefaces });
  const pages = sheets.map((drawings, index): Drawing[] => {
    const place = { packetNumber: words.packetNumber, page: index + 1, pages: sheets.length };
    return [...drawings, codeMark(writeListCode(place, input.pageKey))];
  });
  const bytes = await writePdf({
    pages,
    bookmarks: [{ title: '盖章清单', page: 1 }],
    title: '盖章清单',
    subject: words.unitName,
    photo: undefined,
    typefaces,
  });
  return { bytes, pages: sheets.length };
}

const codeMark = (code: string): Drawing => ({
  kind: 'modules',
  x: listRight - codeSide,
  y: listMargin - 10,
  size: codeSide,
  modules: codeModules(code),
});

function tidy(words: ListWords): ListWords {
  const rows = words.rows.map((row) => ({ ...row, name: printable(row.name) }));
  return { ...words, unitName: printable(words.unitName), rows };
}

/** Everything that may hold a rare character. */
const textOf = ({ unitName, rows }: ListWords): string => [unitName, ...rows.map(({ name }) => name)].join('\n');
