import { codeBoxes, codeZones, cornerSquares } from '@/lib/documents/application-form/page-geometry';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';
import { examineSheet } from '@/lib/documents/scan/child/examine-sheet';
import { openSheets, type SheetSource } from '@/lib/documents/scan/child/load-sheet';
import type { SheetExamination } from '@/lib/documents/scan/examination';
import { examineSheets } from '@/lib/documents/scan/examine-sheets';
import { readCodes } from '@/lib/files/child/read-codes';
import type { Way } from './examine-case';

/** As the product does it: in processes of their own, which take time to start. */
export const throughProcesses: Way = {
  async readCodes({ pageCodes }) {
    if (!pageCodes) throw new Error('the check was not asked to read codes');
    return pageCodes;
  },
  async examine(sheets, folder) {
    const examined = await examineSheets({ sheets, folder });
    return examined.map((one) => (one.outcome === 'examined' ? one.examination : null));
  },
};

const layout = {
  ...{ width: PAGE_WIDTH, height: PAGE_HEIGHT },
  ...{ squares: cornerSquares, codes: Object.values(codeBoxes), codeZones },
};

/** The same eyes in this process, for thousands of pages. */
export const inThisProcess: Way = {
  readCodes: async ({ file, mediaType }) => (await readCodes({ kind: 'read-codes', source: file, mediaType })).pages,
  async examine(sheets, folder) {
    const opened = new Map<string, SheetSource>();
    const examined: SheetExamination[] = [];
    for (const [at, wanted] of sheets.entries()) {
      const load = opened.get(wanted.source) ?? (await openSheets(wanted.source, wanted.mediaType));
      opened.set(wanted.source, load);
      const { examination } = await examineSheet({ sheet: await load(wanted.sheet), wanted, layout, folder, at });
      examined.push(examination);
    }
    return examined;
  },
};
