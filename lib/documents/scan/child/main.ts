import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { endWithParent } from '../../../files/child/end-with-parent.ts';
import { examineSheet } from './examine-sheet.ts';
import { openSheets } from './load-sheet.ts';
import type { ExamineTask, SheetAnswer } from './task.ts';

const answerChannel = 3;

endWithParent();

/** Written by the parent, which is this same program. */
const task: ExamineTask = JSON.parse(await text(process.stdin));
const load = await openSheets(task.source, task.mediaType);
for (const wanted of task.sheets) answer(await examined(wanted));
process.exit(0);

async function examined(wanted: ExamineTask['sheets'][number]): Promise<SheetAnswer> {
  const { sheet } = wanted;
  const { layout, folder } = task;
  const loaded = await loadOrNothing(sheet);
  if (!loaded) return { sheet, outcome: 'unreadable' };
  return { sheet, outcome: 'examined', ...(await examineSheet({ sheet: loaded, wanted, layout, folder })) };
}

/** A sheet that cannot be drawn is an answer, not a fault. */
async function loadOrNothing(sheet: number) {
  try {
    return await load(sheet);
  } catch {
    return null;
  }
}

function answer(line: SheetAnswer): void {
  writeSync(answerChannel, `${JSON.stringify(line)}\n`);
}
