import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lockOwner, tryLock } from '../bootstrap/lock.mjs';
import { migrate } from './migrate.mjs';
import { runningServer, signalServer, startPostgres, stopServer } from './postgres.mjs';

const PREFIX = 'throwaway-postgres-';

/** A PostgreSQL that is gone, with its files, when it is stopped or when this process ends. */
export async function startThrowawayPostgres() {
  await sweep();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
  tryLock(ownerOf(home));
  fs.chmodSync(home, 0o755);
  const password = randomBytes(12).toString('hex');
  const server = await startPostgres({ folder: path.join(home, 'pg'), password, throwaway: true });
  const atExit = () => {
    signalServer(server.pid, 'SIGQUIT');
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 20 });
  };
  process.once('exit', atExit);
  async function stop() {
    process.off('exit', atExit);
    await server.stop();
    fs.rmSync(home, { recursive: true, force: true });
  }
  return { ...server, stop };
}

/** Hands the address of a migrated database to the work. */
export async function withThrowawayDatabase(work) {
  const postgres = await startThrowawayPostgres();
  try {
    const url = postgres.url('app');
    await migrate(url);
    return await work(url);
  } finally {
    await postgres.stop();
  }
}

const ownerOf = (home) => path.join(home, 'owner');

// What a test run left that was killed without a chance to clean up.
async function sweep() {
  const minuteAgo = Date.now() - 60_000;
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = path.join(os.tmpdir(), name);
    const status = fs.statSync(home, { throwIfNoEntry: false });
    if (!status || status.mtimeMs > minuteAgo || lockOwner(ownerOf(home))) continue;
    const left = await runningServer(path.join(home, 'pg'));
    if (left) await stopServer(left.pid);
    fs.rmSync(home, { recursive: true, force: true });
  }
}
