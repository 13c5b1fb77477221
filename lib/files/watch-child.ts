import { type ChildProcess, execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

export type Stopped = 'time' | 'memory' | 'crash';

interface ChildEnd {
  code: number | null;
  stopped: Stopped | null;
  /** The most memory that it was seen to hold. */
  peakBytes: number;
}

interface Limits {
  timeoutMs: number;
  maxResidentBytes: number;
  /** Whatever comes here begins the time anew. */
  signsOfLife: Readable;
}

const lookEveryMs = 40;
const run = promisify(execFile);

/** Waits for a child's end and kills it when it takes too long or too much memory. */
export function watchChild(child: ChildProcess, { timeoutMs, maxResidentBytes, signsOfLife }: Limits): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    let stopped: Stopped | null = null;
    let peakBytes = 0;
    const stop = (why: Stopped) => {
      stopped ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('time'), timeoutMs);
    signsOfLife.on('data', () => timer.refresh());
    const watch = everySoOften(async () => {
      peakBytes = Math.max(peakBytes, child.pid ? await residentBytes(child.pid) : 0);
      if (peakBytes > maxResidentBytes) stop('memory');
    });
    const end = (finish: () => void) => {
      clearTimeout(timer);
      watch.end();
      finish();
    };
    child.once('error', (error) => end(() => reject(error)));
    child.once('close', (code, signal) =>
      end(() => resolve({ code, peakBytes, stopped: stopped ?? (signal || isNativeAbort(code) ? 'crash' : null) })),
    );
  });
}

/** V8 out of memory and native aborts show as 134 where a shell stands between. */
const isNativeAbort = (code: number | null): boolean => code === 134 || code === 139;

/** One look at a time: the next begins when the last has ended. */
function everySoOften(look: () => Promise<void>): { end: () => void } {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    if (!ended) timer = setTimeout(() => void look().then(again, again), lookEveryMs);
  };
  again();
  return {
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}

/** Zero when the process is gone or the system does not tell. */
async function residentBytes(pid: number): Promise<number> {
  try {
    if (process.platform === 'linux') {
      const status = await readFile(/*turbopackIgnore: true*/ `/proc/${pid}/status`, 'latin1');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
    }
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
    return Number(stdout.trim()) * 1024;
  } catch {
    return 0;
  }
}
