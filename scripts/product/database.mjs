import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '../database/postgres.mjs';
import { databasePassword } from './secrets.mjs';

const WATCH_MS = 250;

export const postgresFolder = (dataDir) => path.join(dataDir, 'pg');

/** The database of a start: the given one, or our own PostgreSQL, which is started again should it die. */
export async function openDatabase({ dataDir, databaseUrl }, say) {
  if (databaseUrl) return { name: 'database', url: databaseUrl, pid: () => null, stop: async () => undefined };
  const options = { folder: postgresFolder(dataDir), password: databasePassword(dataDir) };
  let server = await startPostgres(options);
  if (server.wasRunning) say(`PostgreSQL still ran, as process ${server.pid}; it is used again.`);
  let stopping = false;
  const watched = watch();
  return { name: 'database', url: server.url('app'), pid: () => server.pid, stop };

  async function watch() {
    while (!stopping) {
      await sleep(WATCH_MS);
      if (stopping || server.isAlive()) continue;
      say('PostgreSQL ended; it is started again.');
      await restart();
    }
  }

  // Backends that outlive their killed parent hold its memory for a moment, and the next start fails until they go.
  async function restart() {
    while (!stopping) {
      try {
        server = await startPostgres({ ...options, port: server.port });
        return;
      } catch (error) {
        say(error.message);
        await sleep(1000);
      }
    }
  }

  async function stop() {
    stopping = true;
    await watched;
    await server.stop();
  }
}
