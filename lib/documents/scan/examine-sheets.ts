import { codeBoxes, codeZones, cornerSquares } from '@/lib/documents/application-form/page-geometry';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';
import { log } from '@/lib/log';
import { type ChildLimits, runInChild } from '@/lib/files/run-in-child';
import type { PageLayout } from './child/page-layout';
import { type SheetAnswer, type SheetToExamine, sheetAnswer } from './child/task';
import type { SheetExamination } from './examination';

export interface SheetsToExamine {
  /** What was handed in, at a path that the examining process can read. */
  source: string;
  mediaType: string;
  /** Each with the issued page that its code names. */
  sheets: readonly SheetToExamine[];
  /** Crops become files here; it must exist. */
  folder: string;
  limits?: ChildLimits;
}

export type ExaminedSheet = { sheet: number } & (
  | { outcome: 'examined'; examination: SheetExamination; crops: Record<string, string> }
  /** It could not be drawn, took too long or too much memory: people look at it. */
  | { outcome: 'not_examined' }
);

const entry = ['lib', 'documents', 'scan', 'child', 'main.ts'];
const usualLimits: ChildLimits = { timeoutMs: 15_000, maxResidentBytes: 900_000_000 };
/** A process gives back its memory only when it ends. */
const sheetsAtOnce = 20;
/** A file that keeps stopping the process gets no more of its time. */
const mostStops = 3;

const layout: PageLayout = {
  width: PAGE_WIDTH,
  height: PAGE_HEIGHT,
  squares: cornerSquares,
  codes: Object.values(codeBoxes),
  codeZones,
};

/** Looks at sheets in a process of its own; one that stops it costs only its own examination. Answers in the order asked. */
export async function examineSheets({ source, mediaType, sheets, folder, limits = usualLimits }: SheetsToExamine): Promise<ExaminedSheet[]> {
  const examined: ExaminedSheet[] = [];
  let stops = 0;
  while (examined.length < sheets.length && stops < mostStops) {
    const next = sheets.slice(examined.length, examined.length + sheetsAtOnce);
    const task = { source, mediaType, sheets: next, folder, layout };
    const { said, stopped } = await runInChild({ entry, task, limits });
    const answers = linesOf(said);
    examined.push(...answers.map(plainly));
    const culprit = next[answers.length];
    if (!stopped && culprit) throw new Error(`the examination ended before sheet ${culprit.sheet}`);
    if (!culprit) continue;
    examined.push(notExamined(culprit.sheet));
    stops++;
  }
  return [...examined, ...sheets.slice(examined.length).map(({ sheet }) => notExamined(sheet))];
}

const notExamined = (sheet: number): ExaminedSheet => ({ sheet, outcome: 'not_examined' });

/** The last line of a process that was stopped may be cut off. */
function linesOf(said: string): SheetAnswer[] {
  const whole = said.slice(0, said.lastIndexOf('\n') + 1);
  return whole.split('\n').filter(Boolean).map((line) => sheetAnswer.parse(JSON.parse(line)));
}

function plainly(answer: SheetAnswer): ExaminedSheet {
  if (answer.outcome === 'examined') return answer;
  if (answer.outcome === 'failed') log().error({ sheet: answer.sheet, complaint: answer.complaint }, 'a sheet could not be examined');
  return notExamined(answer.sheet);
}
