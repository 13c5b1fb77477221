import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresBinaries } from './binaries.mjs';
import { unprivileged } from './unprivileged.mjs';

const USER = 'postgres';
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const ALWAYS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC'];

/**
 * Starts PostgreSQL on a folder (made at the first start), or goes on with the server that already runs on it.
 * @param {{ folder: string, password: string, port?: number, throwaway?: boolean, settings?: string[] }} options
 */
export async function startPostgres({ folder, password, port, throwaway = false, settings = [] }) {
  const binaries = postgresBinaries();
  const runner = unprivileged(binaries.postgres, folder);
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) {
    createCluster({ binaries, runner, folder, password, throwaway });
  }
  const running = await runningServer(folder);
  const server = running ?? (await launch({ binaries, runner, folder, port, throwaway, settings }));
  return {
    pid: server.pid,
    port: server.port,
    wasRunning: running !== null,
    url: (database) => `postgresql://${USER}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/${database}`,
    isAlive: () => isAlive(server.pid),
    stop: () => stopServer(server.pid),
  };
}

/** The server that a killed start left on this folder, or null. */
export async function runningServer(folder) {
  const state = postmaster(folder);
  if (!state || !isAlive(state.pid) || !(await answers(state.port))) return null;
  return { pid: state.pid, port: state.port };
}

export async function stopServer(pid) {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
    if (!signalServer(pid, name)) return;
    for (let waited = 0; waited < 15_000 && isAlive(pid); waited += 20) await sleep(20);
  }
}

/** Answers whether the server was there to be told. */
export function signalServer(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function createCluster({ binaries, runner, folder, password, throwaway }) {
  fs.rmSync(folder, { recursive: true, force: true });
  // The parents keep their ordinary mode: the user who runs the server must get through them.
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.mkdirSync(folder, { mode: 0o700 });
  const passwordFile = path.join(os.tmpdir(), `postgres-${randomUUID()}`);
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const { uid, gid } = runner.identity;
  if (uid !== undefined) for (const file of [folder, passwordFile]) fs.chownSync(file, uid, gid);
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  const args = ['-D', folder, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`);
  if (throwaway) args.push('--no-sync');
  const { status, error, stderr } = spawnSync(...runner.command(binaries.initdb, args), {
    ...runner.identity,
    encoding: 'utf8',
  });
  fs.rmSync(passwordFile, { force: true });
  if (status === 0) return;
  fs.rmSync(folder, { recursive: true, force: true });
  throw new Error(`The database could not be created in ${folder}: ${error ?? stderr}`);
}

async function launch({ binaries, runner, folder, port: wanted, throwaway, settings }) {
  const port = wanted ?? (await freePort());
  const all = [...ALWAYS, ...(throwaway ? THROWAWAY : []), ...settings].flatMap((setting) => ['-c', setting]);
  const logFile = `${folder}.log`;
  const log = fs.openSync(logFile, 'w', 0o600);
  // Its own process group: Ctrl-C reaches the one who started it, who ends it after everything that uses it.
  const child = spawn(...runner.command(binaries.postgres, ['-D', folder, '-p', String(port), ...all]), {
    ...runner.identity,
    detached: true,
    stdio: ['ignore', 'ignore', log],
  });
  fs.closeSync(log);
  child.unref();
  const failed = new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', (code) => resolve(new Error(`exit code ${code}`)));
  });
  const ready = readiness(folder, child.pid);
  const failure = await Promise.race([failed, ready]);
  if (!failure) return { pid: child.pid, port };
  throw new Error(`PostgreSQL did not start on ${folder}: ${failure.message}\n${fs.readFileSync(logFile, 'utf8')}`);
}

async function readiness(folder, pid) {
  for (let waited = 0; waited < 60_000; waited += 10) {
    const state = postmaster(folder);
    if (state?.pid === pid && state.status === 'ready') return null;
    await sleep(10);
  }
  return new Error('no answer within a minute');
}

function postmaster(folder) {
  const file = path.join(folder, 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

function isAlive(pid) {
  return signalServer(pid, 0);
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
