import { open } from 'node:fs/promises';
import { type CheckAnswer, checkAnswer, codesAnswer, earlierPages, type PageCodes, signaturesAnswer, type Task } from './child/tasks';
import type { SealSignatures } from './electronic-seals/schema';
import type { FilePurpose } from './purposes';
import { checkingProcess, ordinaryLimits, runChild } from './run-child';
import { runInChild } from './run-in-child';
import { seenCodes } from './seen-code';

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
/** For each page of a stamped form its codes; where the reading is cut short, people look instead. */
export type CheckedUpload = Refused | (Accepted & { pageCodes: PageCodes[] });

/** What the file is and whether it may be kept; a file that outlasts or outgrows its limits is refused. */
export async function checkUpload(file: FileToCheck): Promise<CheckedUpload> {
  if (file.purpose !== 'STAMPED_FORM') return judged(await answersTo({ kind: 'check', ...file }), () => []);
  const isShared = await isLargePdf(file.source);
  const [answers, later] = await Promise.all([
    answersTo({ kind: 'check', ...file, readsCodes: isShared ? 'earlier' : 'all' }),
    isShared ? answersTo({ kind: 'read-later-codes', source: file.source }) : [],
  ]);
  const earlier = answers.slice(1);
  return judged(answers, (pages) => {
    const first = isShared ? earlierPages(pages) : pages;
    return Array.from({ length: pages }, (_, at) => seenCodes.parse((at < first ? earlier[at] : later[at - first]) ?? []));
  });
}

async function answersTo(task: Task): Promise<unknown[]> {
  const { answers } = await runInChild({ entry: checkingProcess, task, limits: ordinaryLimits });
  return answers;
}

function judged([verdict]: unknown[], codesOf: (pages: number) => PageCodes[]): CheckedUpload {
  if (verdict === undefined) return { outcome: 'refused', code: 'TOO_COMPLEX', facts: {} };
  const checked = checkAnswer.parse(verdict);
  return checked.outcome === 'refused' ? checked : { ...checked, pageCodes: codesOf(checked.pages) };
}

/** Bytes of a scan that has enough pages for two processes to share. */
const worthSharing = 1_000_000;
const pdfBegins = '%PDF-';

async function isLargePdf(source: string): Promise<boolean> {
  const file = await open(source);
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read({ buffer: Buffer.alloc(pdfBegins.length) });
    return size >= worthSharing && buffer.toString('latin1') === pdfBegins;
  } finally {
    await file.close();
  }
}

export interface PagesToRead {
  source: string;
  mediaType: string;
  pages: { from: number; to: number };
}

/** The codes of some pages of a stack. Where these cannot be read together, each is tried alone; one that fails has none. */
export async function readCodesOf({ source, mediaType, pages }: PagesToRead): Promise<PageCodes[]> {
  const result = await runChild({ kind: 'read-codes', source, mediaType, pages }, codesAnswer, patientLimits);
  if (result.done) return result.answer.pages;
  const { from, to } = pages;
  if (from === to) return [[]];
  const alone: PageCodes[] = [];
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
