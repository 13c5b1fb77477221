import { spawn } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';

/** What Node compiled of the entries is kept: starting is half of what a picture costs. Where it cannot write, it does without. */
const compiled = path.join(/*turbopackIgnore: true*/ process.cwd(), '.cache', 'compiled');

const flags = [
  '--experimental-strip-types',
  '--disable-warning=ExperimentalWarning',
  '--max-old-space-size=512',
  // Two such processes fill two cores: threads that collect rubbish beside them only cost.
  '--single-threaded-gc',
  // It lives for seconds: what it does often should be known from the first call on.
  '--no-lazy-feedback-allocation',
  '--expose-gc',
];
const answerChannel = 3;

/** Plain Node runs the TypeScript entry, a path from the project's root; the child inherits no setting and no secret. */
export function startChild(entry: readonly string[]) {
  const program = path.join(/*turbopackIgnore: true*/ process.cwd(), ...entry);
  // glibc would keep a heap of freed pixels for every thread that ever decoded a picture.
  const settings = { NODE_ENV: 'production' as const, NODE_COMPILE_CACHE: compiled, MALLOC_ARENA_MAX: '2' };
  const child = spawn(process.execPath, [...flags, program], { env: settings, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  const answers = child.stdio[answerChannel];
  if (!(answers instanceof Readable)) throw new Error('checking process has no answer channel');
  // A child that dies early breaks this pipe; its end is what counts then.
  child.stdin.on('error', () => child.kill('SIGKILL'));
  child.stdout.resume();
  return { child, answers };
}

export type StartedChild = ReturnType<typeof startChild>;
