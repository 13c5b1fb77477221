import { createInterface } from 'node:readline';
import type { StartedChild } from './start-child';
import { type Stopped, watchMemory } from './watch-memory';

export interface ChildLimits {
  /** Longest silence: every answer of a child that gives several begins it anew. */
  timeoutMs: number;
  maxResidentBytes: number;
}

export interface ChildSaid {
  /** All of them, or what it answered before it was stopped. */
  answers: unknown[];
  stopped: Stopped | null;
  peakBytes: number;
  /** What it holds when it has done its task. */
  residentBytes: number;
}

export interface AskedChild extends StartedChild {
  /** Its answers, a line each; `null` says that the task is done. */
  lines: AsyncIterator<string>;
  /** Its exit code, or null where a signal ended it. */
  ended: Promise<number | null>;
  complaint(): string;
}

export function listenTo({ child, answers }: StartedChild): AskedChild {
  const lines = createInterface({ input: answers })[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  let complaint = '';
  child.stderr.on('data', (said: Buffer) => (complaint = (complaint + said.toString()).slice(0, 2000)));
  return { child, answers, lines, ended, complaint: () => complaint };
}

/** Gives it a task and takes what it answers; ends it when it is silent for too long or takes too much memory. */
export async function askChild(asked: AskedChild, task: unknown, { timeoutMs, maxResidentBytes }: ChildLimits): Promise<ChildSaid> {
  const { child } = asked;
  let stopped: Stopped | null = null;
  const stop = (why: Stopped) => {
    stopped ??= why;
    child.kill('SIGKILL');
  };
  const silence = setTimeout(() => stop('time'), timeoutMs);
  const memory = watchMemory(child, maxResidentBytes, () => stop('memory'));
  const answers: unknown[] = [];
  child.stdin.write(`${JSON.stringify(task)}\n`);
  let answer = await nextAnswer(asked.lines);
  for (; answer !== null && answer !== undefined; answer = await nextAnswer(asked.lines)) {
    silence.refresh();
    answers.push(answer);
  }
  const held = await memory.end();
  const code = answer === null ? null : await asked.ended;
  clearTimeout(silence);
  return { answers, stopped: answer === null ? null : (stopped ?? howItEnded(asked, code)), ...held };
}

/** Undefined when no more will come; the last line of a process that was stopped may be cut off. */
async function nextAnswer(lines: AsyncIterator<string>): Promise<unknown> {
  const line = await lines.next();
  if (line.done) return undefined;
  try {
    return JSON.parse(line.value);
  } catch {
    return undefined;
  }
}

function howItEnded({ child, complaint }: AskedChild, code: number | null): Stopped {
  if (child.signalCode || isNativeAbort(code)) return 'crash';
  throw new Error(`checking process failed (${code}): ${complaint()}`);
}

/** V8 out of memory and native aborts show as 134 where a shell stands between. */
const isNativeAbort = (code: number | null): boolean => code === 134 || code === 139;
