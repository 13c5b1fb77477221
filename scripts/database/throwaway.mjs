import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres.mjs';

/** A PostgreSQL that is gone, with its files, when it is stopped. */
export async function startThrowawayPostgres() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'throwaway-postgres-'));
  fs.chmodSync(home, 0o755);
  const password = randomBytes(12).toString('hex');
  const server = await startPostgres({ folder: path.join(home, 'pg'), password, throwaway: true });
  async function stop() {
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
