import { readFile } from 'node:fs/promises';

/** The most that a process has ever held, in megabytes; Linux alone tells it of others. */
export async function peakMbOf(pid: number): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const status = await readFile(`/proc/${pid}/status`, 'latin1');
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  if (!kilobytes) throw new Error(`process ${pid} is gone`);
  return Number(kilobytes) / 1024;
}
