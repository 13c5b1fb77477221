import { type CheckAnswer, checkAnswer, codesAnswer, signaturesAnswer } from './child/tasks';
import type { SealSignatures } from './electronic-seals/schema';
import type { FilePurpose } from './purposes';
import { runChild } from './run-child';

interface FileToCheck {
  source: string;
  /** Where a re-encoded picture goes. */
  output: string;
  purpose: FilePurpose;
  /** Of its owner, to be looked for in the text of a PDF. */
  name?: string;
}

const patientLimits = { timeoutMs: 150_000, maxResidentBytes: 1_200_000_000 };

/** What the file is and whether it may be kept; a file that outlasts or outgrows its limits is refused. */
export async function checkUpload(file: FileToCheck): Promise<CheckAnswer> {
  const result = await runChild({ kind: 'check', ...file }, checkAnswer);
  return result.done ? result.answer : { outcome: 'refused', code: 'TOO_COMPLEX', facts: {} };
}

/** For each page the texts of its codes. Where the reading is cut short, people look instead. */
export async function readPageCodes(source: string, mediaType: string, pages: number): Promise<string[][]> {
  const result = await runChild({ kind: 'read-codes', source, mediaType }, codesAnswer, patientLimits);
  return result.done ? result.answer.pages : Array.from({ length: pages }, () => []);
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
