import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { env } from '@/lib/env';

export interface UploadProcess {
  url: string;
  pid(): number;
  /** As a crash does. */
  kill(): Promise<void>;
  /** Again, on the same data and port. */
  start(): Promise<void>;
}

export async function uploadProcess(): Promise<UploadProcess> {
  let running = await launch(0);
  const { port } = running;
  return {
    url: `http://127.0.0.1:${port}/api/uploads`,
    pid: () => running.child.pid ?? 0,
    async kill() {
      const gone = new Promise((resolve) => running.child.once('exit', resolve));
      running.child.kill('SIGKILL');
      await gone;
    },
    async start() {
      running = await launch(port);
    },
  };
}

async function launch(port: number): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/build/uploads/upload-server.ts', String(port)], {
    env: { NODE_ENV: 'test', DATABASE_URL: env.DATABASE_URL, DATA_DIR: env.dataDirectory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const said = /^listening on (\d+)$/.exec(line)?.[1];
    if (said) return { child, port: Number(said) };
  }
  throw new Error('the upload server did not start');
}
