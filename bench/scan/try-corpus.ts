import { spawn } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SeenCase } from './seen-sheet';

export interface CorpusWish {
  seed: number;
  /** At least so many. */
  sheets: number;
  folder: string;
  /** Processes at once. */
  workers?: number;
  say(line: string): void;
}

const leastSheetsACase = 9;
/** Opened documents fill memory that only the end of a process gives back. */
const casesAProcess = 5;

/** Makes the corpus of a seed and lets the product look at every sheet, on two cores. */
export async function tryCorpus({ seed, sheets, folder, say, workers = 2 }: CorpusWish): Promise<SeenCase[]> {
  const count = Math.ceil(sheets / leastSheetsACase);
  const parts = Array.from({ length: Math.ceil(count / casesAProcess) }, (_, index) => index * casesAProcess);
  const seen: SeenCase[] = [];
  const work = async () => {
    for (let from = parts.shift(); from !== undefined; from = parts.shift()) {
      await tryPart({ seed, from, to: Math.min(count, from + casesAProcess), folder }, async (one) => {
        seen.push(one);
        await appendFile(path.join(folder, 'seen.jsonl'), `${JSON.stringify(one)}\n`);
        if (seen.length % 20 === 0)
          say(`${seen.length} of ${count} cases, ${seen.flatMap((each) => each.sheets).length} pages`);
      });
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return seen.sort((one, other) => one.name.localeCompare(other.name));
}

interface Part {
  seed: number;
  from: number;
  to: number;
  folder: string;
}

async function tryPart({ seed, from, to, folder }: Part, take: (one: SeenCase) => Promise<void>): Promise<void> {
  const program = path.join(import.meta.dirname, 'corpus-worker.ts');
  const args = [...process.execArgv, program, String(seed), String(from), String(to), folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) await take(JSON.parse(line) as SeenCase);
  const code = await ended;
  if (code !== 0) throw new Error(`cases ${from} to ${to} of seed ${seed} ended with exit code ${code}`);
}
