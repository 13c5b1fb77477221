import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { locked, lockOwner, tryLock } from '../../scripts/bootstrap/lock.mjs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
  file = path.join(folder, 'lock');
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

test('the second one is told who has the lock', () => {
  tryLock(file, { url: 'http://127.0.0.1:3000' });
  expect(tryLock(file).owner).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:3000' });
});

test('a lock that was given back can be taken', () => {
  tryLock(file).release?.();
  expect(lockOwner(file)).toBeNull();
  expect(tryLock(file).release).toBeTypeOf('function');
});

test('the lock of a process that was killed counts for nothing', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const { pid } = child;
  fs.writeFileSync(file, JSON.stringify({ pid, startedAt: null }));
  expect(lockOwner(file)).toMatchObject({ pid });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(tryLock(file).owner).toBeUndefined();
});

test('a process that only has the number of the owner is not the owner', () => {
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'another time' }));
  expect(tryLock(file).owner).toBeUndefined();
});

test('a lock file that was cut off while it was written counts for nothing', () => {
  fs.writeFileSync(file, '{"pid": 1');
  expect(tryLock(file).owner).toBeUndefined();
});

test('work under one lock never overlaps', async () => {
  const steps: string[] = [];
  const work = (name: string) =>
    locked(file, async () => {
      steps.push(`${name} begins`);
      await new Promise(setImmediate);
      steps.push(`${name} ends`);
    });
  await Promise.all([work('first'), work('second')]);
  expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});
