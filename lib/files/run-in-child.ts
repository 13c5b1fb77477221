import { spawn } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Stopped, watchChild } from './watch-child';

export interface ChildLimits {
  /** Longest silence: every answer of a child that gives several begins it anew. */
  timeoutMs: number;
  maxResidentBytes: number;
}

export interface ChildWork {
  /** The program, from the project's root. */
  entry: readonly string[];
  task: unknown;
  limits: ChildLimits;
}

export interface ChildSaid {
  /** All of them, or what it answered before it was stopped. */
  answers: unknown[];
  stopped: Stopped | null;
  peakBytes: number;
}

/** Too many files wait to be checked. */
export class FilesBusyError extends Error {}

const answerChannel = 3;
const atOnce = 2;
const longestQueue = 40;

/** The bundles of several routes hold copies of this module: the line is one for the whole process. */
const line = globalThis as { checksRunning?: number; checksWaiting?: (() => void)[] };

/** Does one task in a process of its own, so that no file can slow, swell or crash the server. */
export async function runInChild(work: ChildWork): Promise<ChildSaid> {
  await enter();
  try {
    return await perform(work);
  } finally {
    leave();
  }
}

async function perform({ entry, task, limits }: ChildWork): Promise<ChildSaid> {
  const child = start(entry);
  const answered = child.stdio[answerChannel];
  if (!(answered instanceof Readable)) throw new Error('checking process has no answer channel');
  const ended = watchChild(child, { ...limits, signsOfLife: answered });
  // A child that dies early breaks this pipe; its end is what counts then.
  child.stdin.on('error', () => child.kill('SIGKILL'));
  child.stdin.end(JSON.stringify(task));
  child.stdout.resume();
  const [end, said, complaint] = await Promise.all([ended, text(answered), text(child.stderr)]);
  const { peakBytes, stopped, code } = end;
  if (!stopped && code !== 0) throw new Error(`checking process failed (${code}): ${complaint.slice(0, 2000)}`);
  return { answers: answersIn(said), stopped, peakBytes };
}

/** A line each; the last line of a process that was stopped may be cut off. */
function answersIn(said: string): unknown[] {
  const whole = said.slice(0, said.lastIndexOf('\n') + 1);
  return whole.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** What Node compiled of the entries is kept: starting is half of what a picture costs. Where it cannot write, it does without. */
const compiled = path.join(/*turbopackIgnore: true*/ process.cwd(), '.cache', 'compiled');

// Two such processes fill two cores: threads that collect rubbish beside them only cost.
const flags = [
  '--experimental-strip-types',
  '--disable-warning=ExperimentalWarning',
  '--max-old-space-size=512',
  '--single-threaded-gc',
  // It lives for seconds: what it does often should be known from the first call on.
  '--no-lazy-feedback-allocation',
];

/** Plain Node runs the TypeScript entry; the child inherits no setting and no secret. */
function start(entry: readonly string[]) {
  const program = path.join(/*turbopackIgnore: true*/ process.cwd(), ...entry);
  const settings = { NODE_ENV: 'production' as const, NODE_COMPILE_CACHE: compiled };
  return spawn(process.execPath, [...flags, program], { env: settings, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
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
