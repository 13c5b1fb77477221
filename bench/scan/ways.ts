import { codeBoxes, codeZones, cornerSquares } from '@/lib/documents/application-form/page-geometry';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';
import { examineSheet } from '@/lib/documents/scan/child/examine-sheet';
import { openSheets } from '@/lib/documents/scan/child/load-sheet';
import type { SheetExamination } from '@/lib/documents/scan/examination';
import { examineSheets } from '@/lib/documents/scan/examine-sheets';
import { readPageCodes } from '@/lib/files/check-upload';
import { readCodes } from '@/lib/files/child/read-codes';
import type { HandedInFile } from './hand-in';
import type { SheetsOfFile } from './examine-case';

/** As the product does it: every file in a process of its own, which takes time to start. */
export const throughProcesses = {
  readCodes: ({ file, mediaType, pages }: HandedInFile) => readPageCodes(file, mediaType, pages),
  async examine({ file, wanted, folder }: SheetsOfFile): Promise<Map<number, SheetExamination>> {
    const examined = await examineSheets({ source: file.file, mediaType: file.mediaType, sheets: wanted, folder });
    return new Map(
      examined.flatMap((one) => (one.outcome === 'examined' ? [[one.sheet, one.examination] as const] : [])),
    );
  },
};

const layout = {
  ...{ width: PAGE_WIDTH, height: PAGE_HEIGHT },
  ...{ squares: cornerSquares, codes: Object.values(codeBoxes), codeZones },
};

/** The same eyes in this process, for thousands of pages. */
export const inThisProcess = {
  readCodes: async ({ file, mediaType }: HandedInFile) =>
    (await readCodes({ kind: 'read-codes', source: file, mediaType })).pages,
  async examine({ file, wanted, folder }: SheetsOfFile): Promise<Map<number, SheetExamination>> {
    const load = await openSheets(file.file, file.mediaType);
    const examined = new Map<number, SheetExamination>();
    for (const one of wanted) {
      const { examination } = await examineSheet({ sheet: await load(one.sheet), wanted: one, layout, folder });
      examined.set(one.sheet, examination);
    }
    return examined;
  },
};
