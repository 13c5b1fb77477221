import { Socket } from 'node:net';
import { type AskedChild, askChild, type ChildSaid, listenTo } from './ask-child';
import { inTurn } from './child-turns';
import type { ChildWork } from './run-in-child';
import { startChild } from './start-child';

interface Kept extends AskedChild {
  tasks: number;
  farewell?: NodeJS.Timeout;
}

const idle = new Map<string, Kept[]>();
const idleMs = 60_000;
/** What it leaks ends with it. */
const mostTasks = 40;
/** Bytes after a task above which it is not worth keeping. */
const mostKept = 340_000_000;

/**
 * Does a task in a process that then waits a while for the next one: half of what a few sheets cost is starting and
 * getting quick. Only for programs that open each file afresh and keep nothing of a task.
 */
export const runInKeptChild = ({ entry, task, limits }: ChildWork): Promise<ChildSaid> =>
  inTurn(async () => {
    const program = entry.join('/');
    const kept = wakeOne(program) ?? { ...listenTo(startChild(entry)), tasks: 0 };
    let said: ChildSaid | null = null;
    try {
      said = await askChild(kept, task, limits);
      return said;
    } finally {
      kept.tasks++;
      const isWorthKeeping = said?.stopped === null && kept.tasks < mostTasks && said.residentBytes < mostKept;
      if (isWorthKeeping && isAlive(kept)) putToSleep(program, kept);
      else kept.child.kill('SIGKILL');
    }
  });

const isAlive = ({ child }: Kept): boolean => child.exitCode === null && child.signalCode === null && !child.killed;

function wakeOne(program: string): Kept | undefined {
  const kept = idle.get(program)?.pop();
  if (!kept) return undefined;
  clearTimeout(kept.farewell);
  if (!isAlive(kept)) return wakeOne(program);
  holdOn(kept, 'ref');
  return kept;
}

function putToSleep(program: string, kept: Kept): void {
  idle.set(program, [...(idle.get(program) ?? []), kept]);
  kept.farewell = setTimeout(() => {
    idle.set(program, (idle.get(program) ?? []).filter((one) => one !== kept));
    kept.child.kill('SIGKILL');
  }, idleMs).unref();
  holdOn(kept, 'unref');
}

/** Nobody's end waits for a process that sleeps: it ends when its task's pipe closes. */
function holdOn({ child, answers }: Kept, how: 'ref' | 'unref'): void {
  child[how]();
  for (const stream of [child.stdin, child.stdout, child.stderr, answers]) if (stream instanceof Socket) stream[how]();
}
