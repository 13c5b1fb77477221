import { type ChildProcess, execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export type Stopped = 'time' | 'memory' | 'crash';

const lookEveryMs = 40;
const run = promisify(execFile);

export interface MemoryWatch {
  /** The most that it was seen to hold, and what it holds now. */
  end(): Promise<{ peakBytes: number; residentBytes: number }>;
}

/** Looks at a child's memory every now and then. */
export function watchMemory({ pid }: ChildProcess, maxBytes: number, onExcess: () => void): MemoryWatch {
  let peakBytes = 0;
  async function look(): Promise<number> {
    const resident = pid ? await residentBytes(pid) : 0;
    peakBytes = Math.max(peakBytes, resident);
    return resident;
  }
  const watch = everySoOften(async () => {
    await look();
    if (peakBytes > maxBytes) onExcess();
  });
  return {
    async end() {
      watch.end();
      const resident = await look();
      return { peakBytes, residentBytes: resident };
    },
  };
}

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
