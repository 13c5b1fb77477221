import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkAnswer, codesAnswer } from '@/lib/files/child/tasks';
import { codeBoxes, codeZones, cornerSquares } from '@/lib/documents/application-form/page-geometry';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';
import type { ExamineTask } from '@/lib/documents/scan/child/task';
import type { FilePurpose } from '@/lib/files/purposes';
import { type RefusalCode, refusalSentence } from '@/lib/files/refusals';
import { runChild } from '@/lib/files/run-child';
import { runInChild } from '@/lib/files/run-in-child';
import type { HostileKind } from './hostile-kind';
import { onePage } from './pdf-parts';

export interface Handled {
  outcome: 'accepted' | RefusalCode;
  /** What the person is told; empty when it was accepted. */
  sentence: string;
  /** What is kept, when it was accepted. */
  kept: { file: string; mediaType: string; pages: number } | null;
  /** The most that each process was seen to hold, by what it did. */
  peaks: Record<string, number>;
  /** Whether what was read of it, or seen on it, was cut short; people look then. */
  cutShort: string[];
}

/** Whatever the product's processes do with a file that is uploaded for this purpose, up to people looking at it. */
export async function handleHostile({ make }: HostileKind, purpose: FilePurpose, folder: string): Promise<Handled> {
  const source = path.join(folder, 'source');
  await writeFile(source, await make());
  const task = { kind: 'check', source, output: path.join(folder, 'output'), purpose, name: '陆示例' } as const;
  const checked = await runChild(task, checkAnswer);
  const peaks = { check: checked.peakBytes };
  const refusal = !checked.done ? tooComplex : checked.answer.outcome === 'refused' ? checked.answer : null;
  if (refusal) return { outcome: refusal.code, sentence: refusalSentence(refusal), kept: null, peaks, cutShort: [] };
  if (!checked.done || checked.answer.outcome === 'refused') throw new Error('neither refused nor accepted');
  const { file, mediaType, pages } = checked.answer;
  const kept = { file, mediaType, pages };
  const looked = purpose === 'STAMPED_FORM' || purpose === 'UNIT_SCAN' ? await lookAtScan(kept, folder) : { peaks: {}, cutShort: [] };
  return { outcome: 'accepted', sentence: '', kept, peaks: { ...peaks, ...looked.peaks }, cutShort: looked.cutShort };
}

const tooComplex = { code: 'TOO_COMPLEX', facts: {} } as const;

/** The codes are read and every sheet is compared with a page that was issued, as if its code had said so. */
async function lookAtScan({ file: source, mediaType, pages }: NonNullable<Handled['kept']>, folder: string) {
  const limits = { timeoutMs: 20_000, maxResidentBytes: 1_200_000_000 };
  const codes = await runChild({ kind: 'read-codes', source, mediaType }, codesAnswer, limits);
  const pdf = path.join(folder, 'issued.pdf');
  await writeFile(pdf, onePage({ box: `0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}` }));
  const regions = { seal: { x: 300, y: 500, width: 180, height: 180 } };
  const sheets = Array.from({ length: Math.min(pages, 2) }, (_, at) => ({ at, source, mediaType, sheet: at + 1, issued: { pdf, page: 1, regions } }));
  const task: ExamineTask = { sheets, folder, layout };
  const entry = ['lib', 'documents', 'scan', 'child', 'main.ts'];
  const examined = await runInChild({ entry, task, limits: { timeoutMs: 15_000, maxResidentBytes: 900_000_000 } });
  const peaks = { codes: codes.peakBytes, examination: examined.peakBytes };
  return { peaks, cutShort: [codes.done ? '' : 'codes', examined.stopped ? 'examination' : ''].filter(Boolean) };
}

const layout = {
  width: PAGE_WIDTH,
  height: PAGE_HEIGHT,
  squares: cornerSquares,
  codes: Object.values(codeBoxes),
  codeZones,
};
