import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { endWithParent } from '../../../files/child/end-with-parent.ts';
import { examineSheet } from './examine-sheet.ts';
import { forgetIssuedPages } from './issued-page.ts';
import { openSheets, type SheetSource } from './load-sheet.ts';
import { forgetSheetMemory, withSheetMemory } from './sheet-memory.ts';
import type { ExamineTask, SheetAnswer } from './task.ts';

const answerChannel = 3;

const life = endWithParent();
let opened: { source: string; load: SheetSource | null } | null = null;

/** Tasks are lines, written by the parent, which is this same program. */
for await (const line of createInterface({ input: process.stdin })) {
  const task: ExamineTask = JSON.parse(line);
  for (const wanted of task.sheets) {
    life.begins();
    answer(await withSheetMemory(() => examined(wanted, task)));
    gc?.();
  }
  forget();
  answer(null);
}
process.exit(0);

/** Nothing of one task is there in the next. */
function forget(): void {
  opened = null;
  forgetIssuedPages();
  forgetSheetMemory();
  gc?.();
}

async function examined(wanted: ExamineTask['sheets'][number], { layout, folder }: ExamineTask): Promise<SheetAnswer> {
  const { at, sheet } = wanted;
  const load = await sheetsOf(wanted);
  const loaded = load && (await orNothing(() => load(sheet)));
  if (!loaded) return { at, outcome: 'unreadable' };
  try {
    return { at, outcome: 'examined', ...(await examineSheet({ sheet: loaded, wanted, layout, folder, at })) };
  } catch (error) {
    // Our own fault: the other sheets are not to suffer for it.
    return { at, outcome: 'failed', complaint: error instanceof Error ? String(error.stack).slice(0, 2000) : String(error) };
  }
}

/** One file at a time is open: the sheets of a file come together. */
async function sheetsOf({ source, mediaType }: ExamineTask['sheets'][number]): Promise<SheetSource | null> {
  if (opened?.source !== source) opened = { source, load: await orNothing(() => openSheets(source, mediaType)) };
  return opened.load;
}

/** What cannot be opened or drawn is an answer, not a fault. */
async function orNothing<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

/** `null`: the task is done. */
function answer(line: SheetAnswer | null): void {
  writeSync(answerChannel, `${JSON.stringify(line)}\n`);
}
