import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeCase } from '@/tests/build/scan/corpus';
import { examineCase } from './examine-case';
import { checkUploads, writeUploads } from './hand-in';
import { otherPdfReader, otherReader } from './other-readers';
import { childrensCpuSeconds, watchChildren } from './watch-children';
import { throughProcesses } from './ways';

interface Wish {
  seed: number;
  dossiers: number;
  folder: string;
}

export interface Timing {
  seconds: number;
  /** Of processor time, which other work on the machine lengthens less. */
  cpuSeconds: number;
  /** Another reader on the same files; it reads the codes and looks at nothing else. */
  otherSeconds: number;
  isExamined: boolean;
}

export interface Timings {
  dossiers: Timing[];
  peakBytes: number;
}

const pages = 10;

/** Dossiers of ten pages, scans and photos in turns, from the uploaded files to every answer, through the real processes. */
export async function timeDossiers({ seed, dossiers, folder }: Wish): Promise<Timings> {
  const watch = watchChildren();
  const timings: Timing[] = [];
  for (let index = 0; index < dossiers; index += 1) {
    const own = await mkdtemp(path.join(folder, 'dossier-'));
    timings.push(await timeDossier({ seed: seed + 104_729 * (index + 1), isScan: index % 2 === 0, folder: own }));
    await rm(own, { recursive: true });
  }
  watch.end();
  return { dossiers: timings, peakBytes: watch.peakBytes() };
}

async function timeDossier({
  seed,
  isScan,
  folder,
}: {
  seed: number;
  isScan: boolean;
  folder: string;
}): Promise<Timing> {
  const made = await makeCase({ seed, kind: isScan ? 'flat' : 'photo', fault: 'none', least: pages });
  const one = { ...made, isOneFile: isScan, sheets: made.sheets.slice(0, pages) };
  const uploads = await writeUploads(one, folder);
  const cpuBefore = childrensCpuSeconds();
  const begin = performance.now();
  const kept = await checkUploads(uploads);
  const found = await examineCase({ one, kept, way: throughProcesses, folder });
  const seconds = (performance.now() - begin) / 1000;
  const cpuSeconds = childrensCpuSeconds() - cpuBefore;
  const isExamined = found.sheets.every(({ examination }) => examination !== null);
  return { seconds, cpuSeconds, isExamined, otherSeconds: await timeOther(uploads, isScan, folder) };
}

async function timeOther(uploads: string[], isScan: boolean, folder: string): Promise<number> {
  const drawn = path.join(folder, 'drawn');
  await mkdir(drawn);
  const [reader, pdfReader] = [await otherReader(), await otherPdfReader()];
  if (isScan && !pdfReader) return Number.NaN;
  const begin = performance.now();
  if (isScan) await pdfReader?.(uploads[0] ?? '', drawn);
  else for (const upload of uploads) await reader.read(upload);
  return (performance.now() - begin) / 1000;
}

/** The value that this share of them do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
