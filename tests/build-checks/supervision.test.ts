import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { superviseChild } from '../../scripts/product/child.mjs';

const STAYS = 'console.log("up"); setInterval(() => {}, 1000);';
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'supervision-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

test('a program that is killed is started again, and its lines are passed on', async () => {
  const { child, lines } = supervise(STAYS);
  await vi.waitUntil(() => lines.includes('[part] up'));
  const first = child.pid() ?? 0;
  process.kill(first, 'SIGKILL');
  await vi.waitUntil(() => lines.filter((line) => line === '[part] up').length === 2);
  expect(child.pid()).not.toBe(first);
  expect(lines).toContain('part was killed by SIGKILL; it is started again in 0.001 s');
  await child.stop();
});

test('a program that is told to stop ends and stays ended', async () => {
  const { child, lines } = supervise(STAYS);
  await vi.waitUntil(() => lines.includes('[part] up'));
  const pid = child.pid() ?? 0;
  await child.stop();
  expect(isAlive(pid)).toBe(false);
  expect(child.pid()).toBeNull();
});

test('a program that does not listen is killed in the end', async () => {
  const { child, lines } = supervise(`process.on('SIGTERM', () => {}); ${STAYS}`, { patienceMs: 100 });
  await vi.waitUntil(() => lines.includes('[part] up'));
  const pid = child.pid() ?? 0;
  await child.stop();
  expect(isAlive(pid)).toBe(false);
});

test('a program that fails by itself again and again is given up', async () => {
  const { lines, givenUp } = supervise('process.exit(3);');
  await vi.waitUntil(() => givenUp.length > 0, { timeout: 10_000 });
  expect(givenUp).toEqual(['part ended with exit code 3 8 times in a row']);
  expect(lines).toHaveLength(7);
});

test('a program ends when the one who supervises it is killed', async () => {
  const program = write('part.mjs', STAYS);
  const supervisor = write(
    'supervisor.mjs',
    `import { superviseChild } from ${JSON.stringify(pathToFileURL('scripts/product/child.mjs').href)};
     const child = superviseChild({ name: 'part', args: [${JSON.stringify(program)}], env: process.env, say: (line) => {
       if (line.endsWith('up')) console.log(child.pid());
     } });`,
  );
  const parent = spawn(process.execPath, [supervisor], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitUntil(() => !isAlive(pid), { timeout: 5000 });
});

function supervise(source: string, options: { patienceMs?: number } = {}) {
  const lines: string[] = [];
  const givenUp: string[] = [];
  const child = superviseChild({
    name: 'part',
    args: [write('part.mjs', source)],
    env: process.env,
    say: (line: string) => lines.push(line),
    onGivingUp: (reason: string) => givenUp.push(reason),
    pauseMs: 1,
    ...options,
  });
  return { child, lines, givenUp };
}

function write(name: string, source: string) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, source);
  return file;
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
