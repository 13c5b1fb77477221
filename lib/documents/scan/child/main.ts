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
const load = await orNothing(() => openSheets(task.source, task.mediaType));
for (const wanted of task.sheets) answer(await examined(wanted));
process.exit(0);

async function examined(wanted: ExamineTask['sheets'][number]): Promise<SheetAnswer> {
  const { sheet } = wanted;
  const { layout, folder } = task;
  const loaded = load && (await orNothing(() => load(sheet)));
  if (!loaded) return { sheet, outcome: 'unreadable' };
  try {
    return { sheet, outcome: 'examined', ...(await examineSheet({ sheet: loaded, wanted, layout, folder })) };
  } catch (error) {
    // Our own fault: the other sheets are not to suffer for it.
    return { sheet, outcome: 'failed', complaint: error instanceof Error ? String(error.stack).slice(0, 2000) : String(error) };
  }
}

/** What cannot be opened or drawn is an answer, not a fault. */
async function orNothing<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

function answer(line: SheetAnswer): void {
  writeSync(answerChannel, `${JSON.stringify(line)}\n`);
}
