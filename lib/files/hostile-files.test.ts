import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFiles } from '@/tests/build/hostile/hostile-files';
import type { HostileKind } from '@/tests/build/hostile/hostile-kind';
import { checkAnswer } from './child/tasks';
import { photoSize } from './purposes';
import { refusalSentence } from './refusals';
import { ordinaryLimits, runChild } from './run-child';

const mebibyte = 1024 * 1024;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'hostile-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function check({ make, purpose = 'EVIDENCE' }: HostileKind) {
  const source = path.join(folder, 'source');
  const output = path.join(folder, 'output');
  await writeFile(source, await make());
  return runChild({ kind: 'check', source, output, purpose }, checkAnswer);
}

const isOneSentence = /^[^。！？]+。$/;

describe('files that somebody may send', () => {
  it.each(hostileFiles)('$kind: $expect', { timeout: 60_000 }, async (hostile) => {
    const result = await check(hostile);
    expect(result.peakBytes).toBeLessThan(ordinaryLimits.maxResidentBytes + 400 * mebibyte);
    if (!result.done || result.answer.outcome === 'refused') {
      const refusal = result.done && result.answer.outcome === 'refused' ? result.answer : { code: 'TOO_COMPLEX' as const, facts: {} };
      expect(refusal.code).toBe(hostile.expect);
      expect(refusalSentence(refusal)).toMatch(isOneSentence);
      expect(refusalSentence(refusal)).not.toMatch(/undefined|NaN/);
      return;
    }
    expect(result.answer.outcome).toBe(hostile.expect);
    if (result.answer.mediaType === 'image/jpeg') await expectPlainPicture(result.answer.file, hostile);
  });

  it('cover at least forty kinds', () => {
    expect(new Set(hostileFiles.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40);
  });
});

/** What is kept holds nothing but a picture. */
async function expectPlainPicture(file: string, { purpose }: HostileKind) {
  const kept = await readFile(file);
  expect(kept.includes('secret')).toBe(false);
  expect(kept.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  const { format, exif, icc, orientation, width, height } = await sharp(kept).metadata();
  expect({ format, exif, icc, orientation }).toEqual({ format: 'jpeg', exif: undefined, icc: undefined, orientation: undefined });
  if (purpose !== 'PHOTO') return;
  expect({ width, height }).toEqual({ width: photoSize.width, height: photoSize.height });
  expect(kept.length).toBeLessThanOrEqual(photoSize.maxBytes);
}
