import { spawn } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import type { Task } from './child/tasks';
import { watchChild, type Stopped } from './watch-child';

export interface ChildLimits {
  timeoutMs: number;
  maxResidentBytes: number;
}

export const ordinaryLimits: ChildLimits = { timeoutMs: 20_000, maxResidentBytes: 1_200_000_000 };

export type ChildResult<Answer> = { peakBytes: number } & (
  | { done: true; answer: Answer }
  | { done: false; stopped: Stopped }
);

/** Too many files wait to be checked. */
export class FilesBusyError extends Error {}

const answerChannel = 3;
const atOnce = 2;
const longestQueue = 40;

/** The bundles of several routes hold copies of this module: the line is one for the whole process. */
const line = globalThis as { checksRunning?: number; checksWaiting?: (() => void)[] };

/** Does one task in a process of its own, so that no file can slow, swell or crash the server. */
export async function runChild<Answer>(
  task: Task,
  answer: z.ZodType<Answer>,
  limits: ChildLimits = ordinaryLimits,
): Promise<ChildResult<Answer>> {
  await enter();
  try {
    return await perform(task, answer, limits);
  } finally {
    leave();
  }
}

async function perform<Answer>(task: Task, answer: z.ZodType<Answer>, limits: ChildLimits): Promise<ChildResult<Answer>> {
  const child = start();
  const ended = watchChild(child, limits);
  const answered = child.stdio[answerChannel];
  if (!(answered instanceof Readable)) throw new Error('checking process has no answer channel');
  // A child that dies early breaks this pipe; its end is what counts then.
  child.stdin.on('error', () => child.kill('SIGKILL'));
  child.stdin.end(JSON.stringify(task));
  child.stdout.resume();
  const [end, said, complaint] = await Promise.all([ended, text(answered), text(child.stderr)]);
  const { peakBytes, stopped } = end;
  if (stopped) return { done: false, stopped, peakBytes };
  if (end.code !== 0) throw new Error(`checking process failed (${end.code}): ${complaint.slice(0, 2000)}`);
  return { done: true, answer: answer.parse(JSON.parse(said)), peakBytes };
}

/** Plain Node runs the TypeScript entry; the child inherits no setting and no secret. */
function start() {
  const entry = path.join(/*turbopackIgnore: true*/ process.cwd(), 'lib', 'files', 'child', 'main.ts');
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '--max-old-space-size=512'];
  return spawn(process.execPath, [...flags, entry], { env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
}

async function enter(): Promise<void> {
  line.checksWaiting ??= [];
  const running = line.checksRunning ?? 0;
  if (running < atOnce) {
    line.checksRunning = running + 1;
    return;
  }
  const { checksWaiting } = line;
  if (checksWaiting.length >= longestQueue) throw new FilesBusyError('too many files wait');
  await new Promise<void>((resolve) => checksWaiting.push(resolve));
}

/** The place goes straight to the next in line. */
function leave(): void {
  const next = line.checksWaiting?.shift();
  if (next) next();
  else line.checksRunning = (line.checksRunning ?? 1) - 1;
}
