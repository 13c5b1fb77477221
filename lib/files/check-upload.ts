import { type CheckAnswer, checkAnswer, codesAnswer, pageCodes, signaturesAnswer } from './child/tasks';
import type { SealSignatures } from './electronic-seals/schema';
import type { FilePurpose } from './purposes';
import { checkingProcess, ordinaryLimits, runChild } from './run-child';
import { runInChild } from './run-in-child';

interface FileToCheck {
  source: string;
  /** Where a re-encoded picture goes. */
  output: string;
  purpose: FilePurpose;
  /** Of its owner, to be looked for in the text of a PDF. */
  name?: string;
}

const patientLimits = { timeoutMs: 150_000, maxResidentBytes: 1_200_000_000 };

type Refused = CheckAnswer & { outcome: 'refused' };
type Accepted = CheckAnswer & { outcome: 'accepted' };
/** For each page of a stamped form the texts of its codes; where the reading is cut short, people look instead. */
export type CheckedUpload = Refused | (Accepted & { pageCodes: string[][] });

/** What the file is and whether it may be kept; a file that outlasts or outgrows its limits is refused. */
export async function checkUpload(file: FileToCheck): Promise<CheckedUpload> {
  const readsCodes = file.purpose === 'STAMPED_FORM';
  const task = { kind: 'check', ...file, readsCodes };
  const { answers } = await runInChild({ entry: checkingProcess, task, limits: ordinaryLimits });
  const [verdict, ...codes] = answers;
  if (verdict === undefined) return { outcome: 'refused', code: 'TOO_COMPLEX', facts: {} };
  const checked = checkAnswer.parse(verdict);
  if (checked.outcome === 'refused') return checked;
  const read = codes.map((one) => pageCodes.parse(one));
  return { ...checked, pageCodes: readsCodes ? Array.from({ length: checked.pages }, (_, at) => read[at] ?? []) : [] };
}

export interface PagesToRead {
  source: string;
  mediaType: string;
  pages: { from: number; to: number };
}

/** The codes of some pages of a stack. Where these cannot be read together, each is tried alone; one that fails has none. */
export async function readCodesOf({ source, mediaType, pages }: PagesToRead): Promise<string[][]> {
  const result = await runChild({ kind: 'read-codes', source, mediaType, pages }, codesAnswer, patientLimits);
  if (result.done) return result.answer.pages;
  const { from, to } = pages;
  if (from === to) return [[]];
  const alone: string[][] = [];
  for (let page = from; page <= to; page++) {
    alone.push(...(await readCodesOf({ source, mediaType, pages: { from: page, to: page } })));
  }
  return alone;
}

/** What the electronic signatures of a PDF are worth to those who trust these authorities. Cut short, people look instead. */
export async function checkSignatures(
  source: string,
  { anchors, at }: { anchors: string[]; at: Date },
): Promise<SealSignatures> {
  const checkedAt = at.toISOString();
  const task = { kind: 'read-signatures' as const, source, anchors, at: checkedAt };
  const result = await runChild(task, signaturesAnswer, patientLimits);
  return result.done ? result.answer : { checkedAt, verdict: 'cannot_tell', signatures: [] };
}
