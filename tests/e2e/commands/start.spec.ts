import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../../../scripts/database/postgres.mjs';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let dataDir: string;
let port: number;

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'start-'));
  fs.chmodSync(dataDir, 0o755);
  port = await freePort();
});

test.afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }));

test('npm start serves, says its address once, and SIGTERM ends everything that it started', async () => {
  const command = start();
  await command.says(`Ready: http://127.0.0.1:${port}`);
  expect(await health()).toBe(200);
  const pids = descendants(command.pid);
  expect(pids.length).toBeGreaterThan(2);
  command.kill('SIGTERM');
  expect(await command.ended).toBe(0);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(command.output().match(/Ready: /g)).toHaveLength(1);
});

test('the secrets of the demo are kept, for their owner alone', () => {
  const file = path.join(dataDir, 'secrets.json');
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(Object.keys(JSON.parse(fs.readFileSync(file, 'utf8'))).sort()).toEqual([
    'AUTH_SECRET',
    'DATABASE_PASSWORD',
    'FIELD_KEYS',
    'INDEX_KEY',
    'TAX_SECRET',
  ]);
});

test('a second start on the same data says so, and after a SIGKILL the next start goes on with the same data', async () => {
  const first = start();
  await first.says('Ready: ');
  const before = await openLevel();
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`The product already runs on http://127.0.0.1:${port}`);
  const supervisor = Number(/process (\d+);/.exec(first.output())?.[1]);
  process.kill(supervisor, 'SIGKILL');
  await first.ended;
  await expect.poll(health).toBe(0);
  const third = start();
  await third.says('PostgreSQL still ran');
  await third.says('Ready: ');
  expect(await openLevel()).toBe(before);
  third.kill('SIGTERM');
  expect(await third.ended).toBe(0);
});

test('a taken port is named', async () => {
  const command = start({ PORT: new URL(process.env.E2E_URL ?? '').port });
  expect(await command.ended).toBe(1);
  expect(command.output()).toContain('is taken');
});

test('npm run reset drops the data', async () => {
  const command = run(['run', 'reset'], {});
  expect(await command.ended).toBe(0);
  expect(fs.existsSync(dataDir)).toBe(false);
});

const start = (env: Record<string, string> = {}) => run(['start'], env);

function run(args: string[], env: Record<string, string>) {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn('npm', args, { env: { ...inherited, DATA_DIR: dataDir, PORT: String(port), ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output += part;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    pid: child.pid ?? 0,
    ended,
    output: () => output,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    says: (words: string) => untilSaid({ child, words, output: () => output }),
  };
}

function untilSaid({ child, words, output }: { child: ChildProcess; words: string; output: () => string }) {
  const poll = expect.poll(() => output().includes(words) || child.exitCode !== null, { timeout: 90_000 });
  return poll.toBe(true).then(() => expect(output()).toContain(words));
}

async function health() {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`)).status;
  } catch (error) {
    if (error instanceof TypeError) return 0;
    throw error;
  }
}

/** Made when the data were first written; the same after a restart only if they were kept. */
async function openLevel(): Promise<string> {
  const page = await (await fetch(`http://127.0.0.1:${port}/certifications/jiangsu?cycle=jiangsu-demo`)).text();
  const [address] = /\/apply\/start\?level=[0-9a-f-]{36}/.exec(page) ?? [];
  if (!address) throw new Error('no level is open');
  return address;
}

function descendants(pid: number): number[] {
  const parents = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const children = parents.filter((candidate) => parentOf(candidate) === pid);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function parentOf(pid: number): number | null {
  try {
    const status = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(status.slice(status.lastIndexOf(')')).split(' ')[2]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH')
      return null;
    throw error;
  }
}

function isAlive(pid: number) {
  return parentOf(pid) !== null;
}
