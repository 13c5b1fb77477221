import { readFileSync } from 'node:fs';

export interface ChildrenWatch {
  /** The most memory that any child was seen to have held. */
  peakBytes(): number;
  end(): void;
}

const lookEveryMs = 30;

/** Follows what this process starts; on a system that does not tell, the peak stays 0. */
export function watchChildren(): ChildrenWatch {
  let peak = 0;
  const timer = setInterval(() => {
    for (const pid of childrenOf(process.pid)) peak = Math.max(peak, peakOf(pid));
  }, lookEveryMs);
  timer.unref();
  return { peakBytes: () => peak, end: () => clearInterval(timer) };
}

/** Processor seconds of the children that have ended. */
export function childrensCpuSeconds(): number {
  const fields = readOrNothing('/proc/self/stat').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100;
}

const childrenOf = (pid: number): number[] =>
  readOrNothing(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);

const peakOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readOrNothing(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;

/** A child may end between two looks. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
