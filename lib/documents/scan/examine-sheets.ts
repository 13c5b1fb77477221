import { codeBoxes, codeZones, cornerSquares } from '@/lib/documents/application-form/page-geometry';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';
import type { ChildLimits } from '@/lib/files/ask-child';
import { runInKeptChild } from '@/lib/files/kept-child';
import { log } from '@/lib/log';
import type { PageLayout } from './child/page-layout';
import { type ExamineTask, type SheetAnswer, type SheetToExamine, sheetAnswer } from './child/task';
import type { SheetExamination } from './examination';

export interface SheetsToExamine {
  /** Each with the issued page that its code names; those of one file stand together. */
  sheets: readonly SheetToExamine[];
  /** Crops become files here; it must exist. */
  folder: string;
  limits?: ChildLimits;
}

export type ExaminedSheet =
  | { outcome: 'examined'; examination: SheetExamination; crops: Record<string, string> }
  /** It could not be drawn, took too long or too much memory: people look at it. */
  | { outcome: 'not_examined' };

const entry = ['lib', 'documents', 'scan', 'child', 'main.ts'];
const usualLimits: ChildLimits = { timeoutMs: 15_000, maxResidentBytes: 900_000_000 };
/** Fewer are not worth a second process. */
const leastToShare = 4;
/** A process gives back its memory only when it ends. */
const sheetsAtOnce = 20;
/** A file that keeps stopping the process gets no more of its time. */
const mostStops = 3;
/** However many files do: others wait for the worker. */
const mostStopsInAll = 12;

const layout: PageLayout = {
  width: PAGE_WIDTH,
  height: PAGE_HEIGHT,
  squares: cornerSquares,
  codes: Object.values(codeBoxes),
  codeZones,
};

type NumberedSheet = ExamineTask['sheets'][number];
type Examining = Required<Omit<SheetsToExamine, 'sheets'>> & { sheets: readonly NumberedSheet[] };

/** Looks at sheets in processes of their own; one that stops its process costs only its own examination. Answers in the order asked. */
export async function examineSheets({ sheets, folder, limits = usualLimits }: SheetsToExamine): Promise<ExaminedSheet[]> {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, at }));
  const half = sheets.length < leastToShare ? sheets.length : Math.ceil(sheets.length / 2);
  const shares = [numbered.slice(0, half), numbered.slice(half)].filter((share) => share.length > 0);
  return (await Promise.all(shares.map((share) => examineShare({ sheets: share, folder, limits })))).flat();
}

async function examineShare({ sheets, folder, limits }: Examining): Promise<ExaminedSheet[]> {
  const examined = new Map<number, ExaminedSheet>();
  const stops = new Map<string, number>();
  const isOpen = ({ at, source }: NumberedSheet): boolean => !examined.has(at) && (stops.get(source) ?? 0) < mostStops;
  for (let next = sheets.filter(isOpen); next.length > 0 && allOf(stops) < mostStopsInAll; next = sheets.filter(isOpen)) {
    const asked = next.slice(0, sheetsAtOnce);
    const { answers, stopped } = await runInKeptChild({ entry, task: { sheets: asked, folder, layout } satisfies ExamineTask, limits });
    answers.forEach((answer, index) => {
      const sheet = asked[index];
      if (sheet) examined.set(sheet.at, plainly(sheetAnswer.parse(answer), sheets));
    });
    const culprit = asked[answers.length];
    if (!culprit) continue;
    if (!stopped) throw new Error(`the examination ended before sheet ${culprit.sheet}`);
    examined.set(culprit.at, notExamined);
    stops.set(culprit.source, (stops.get(culprit.source) ?? 0) + 1);
  }
  return sheets.map(({ at }) => examined.get(at) ?? notExamined);
}

const allOf = (stops: ReadonlyMap<string, number>): number => [...stops.values()].reduce((sum, count) => sum + count, 0);

const notExamined: ExaminedSheet = { outcome: 'not_examined' };

function plainly(answer: SheetAnswer, sheets: readonly NumberedSheet[]): ExaminedSheet {
  if (answer.outcome === 'examined') return { outcome: 'examined', examination: answer.examination, crops: answer.crops };
  if (answer.outcome === 'failed') {
    const sheet = sheets.find(({ at }) => at === answer.at)?.sheet;
    log().error({ sheet, complaint: answer.complaint }, 'a sheet could not be examined');
  }
  return notExamined;
}
