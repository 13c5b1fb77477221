import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Handled, handleHostile } from '@/tests/build/hostile/handle-hostile';
import { hostileFiles } from '@/tests/build/hostile/hostile-files';
import { expectedAs, type HostileKind } from '@/tests/build/hostile/hostile-kind';
import { type FilePurpose, photoSize } from './purposes';
import { ordinaryLimits } from './run-child';

const mebibyte = 1024 * 1024;
/** Between two looks at a child's memory it may grow by so much. */
const betweenLooks = 400 * mebibyte;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'hostile-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const isOneSentence = /^[^。！？]+。$/;

function expectHandled(handled: Handled, hostile: HostileKind, purpose: FilePurpose): void {
  expect(expectedAs(hostile, purpose)).toContain(handled.outcome);
  for (const peak of Object.values(handled.peaks)) {
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThan(ordinaryLimits.maxResidentBytes + betweenLooks);
  }
  if (handled.outcome === 'accepted') return;
  expect(handled.sentence).toMatch(isOneSentence);
  expect(handled.sentence).not.toMatch(/undefined|NaN/);
}

describe('files that somebody may send', () => {
  it.each(hostileFiles)('$kind: $expect', { timeout: 60_000 }, async (hostile) => {
    const { purpose = 'EVIDENCE' } = hostile;
    const handled = await handleHostile(hostile, purpose, folder);
    expectHandled(handled, hostile, purpose);
    if (handled.kept?.mediaType === 'image/jpeg') await expectPlainPicture(handled.kept.file, hostile);
  });

  it('cover at least ninety kinds', () => {
    expect(new Set(hostileFiles.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(90);
  });
});

/** Refused alike, whatever they are for: one of each refusal is enough. What is accepted is looked at again, each by itself. */
const asStampedForm = hostileFiles.filter((hostile, at) => {
  if (hostile.purpose && hostile.purpose !== 'STAMPED_FORM') return false;
  const [answer] = expectedAs(hostile, 'STAMPED_FORM');
  const isFirst = hostileFiles.findIndex(({ expect: other }) => other === answer) === at;
  return answer === 'accepted' || isFirst || hostile.stamped || hostile.purpose;
});

describe('files that somebody may hand in as the stamped form', () => {
  it.each(asStampedForm)('$kind', { timeout: 120_000 }, async (hostile) => {
    const handled = await handleHostile(hostile, 'STAMPED_FORM', folder);
    expectHandled(handled, hostile, 'STAMPED_FORM');
    if (handled.kept) expect(Object.keys(handled.peaks)).toEqual(['check', 'codes', 'examination']);
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
