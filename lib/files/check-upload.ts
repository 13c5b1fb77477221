import { type CheckAnswer, checkAnswer, codesAnswer } from './child/tasks';
import type { FilePurpose } from './purposes';
import { runChild } from './run-child';

interface FileToCheck {
  source: string;
  /** Where a re-encoded picture goes. */
  output: string;
  purpose: FilePurpose;
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
