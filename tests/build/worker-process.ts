import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface WorkerProcess {
  /** As a crash does. */
  kill(): Promise<void>;
}

/** The worker as the product starts it, on this test's database and folder, living at this instant; answers once it is ready. */
export async function workerProcess(at: Date): Promise<WorkerProcess> {
  const flags = ['--conditions=react-server', '--import', 'tsx', 'lib/worker/main.ts'];
  const clock = { APP_MODE: 'demo', APP_CLOCK: at.toISOString(), APP_CLOCK_SINCE: new Date().toISOString() };
  const env = { ...process.env, ...clock, NODE_NO_WARNINGS: '1', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, flags, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"worker is ready"')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code} before it was ready`)));
  });
  return {
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
