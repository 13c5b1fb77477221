import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onePage } from '@/tests/build/hostile/pdf-parts';
import { checkAnswer, codesAnswer } from './child/tasks';
import { runChild } from './run-child';
import { FilesBusyError } from './child-turns';

const mebibyte = 1024 * 1024;
let folder: string;
let source: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'child-'));
  source = path.join(folder, 'a.pdf');
  await writeFile(source, onePage());
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const check = (limits?: { timeoutMs: number; maxResidentBytes: number }) =>
  runChild({ kind: 'check', source, output: path.join(folder, 'out'), purpose: 'EVIDENCE' }, checkAnswer, limits);

describe('the checking process', { timeout: 60_000 }, () => {
  it('is ended when it takes too long', async () => {
    expect(await check({ timeoutMs: 1, maxResidentBytes: 1e9 })).toMatchObject({ done: false, stopped: 'time' });
  });

  it('is ended when it takes too much memory', async () => {
    expect(await check({ timeoutMs: 20_000, maxResidentBytes: 20 * mebibyte })).toMatchObject({ done: false, stopped: 'memory' });
  });

  it('that fails by our own fault is an error, not a verdict on the file', async () => {
    const missing = path.join(folder, 'none');
    await expect(runChild({ kind: 'read-codes', source: missing, mediaType: 'application/pdf' }, codesAnswer)).rejects.toThrow('ENOENT');
  });

  it('takes everybody in turn and turns away only what would wait too long', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 44 }, () => check({ timeoutMs: 1, maxResidentBytes: 1e9 })));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(FilesBusyError);
    expect(await check()).toMatchObject({ done: true, answer: { outcome: 'accepted', pages: 1 } });
  });
});
