import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { readCodesOf } from '@/lib/files/check-upload';
import { readSeenCodes } from '@/lib/files/seen-code';
import { inWorkFolder, localCopy } from '@/lib/files/work-folder';
import { systemActor } from '@/lib/kernel/actor';
import { fileSheets } from '../file-sheets';

interface Reading {
  fileId: string;
  clock: () => Date;
  /** Nobody will try again: what cannot be read now is said to its owner. */
  isLastTry?: boolean;
}

const pagesAtATime = 10;
const children = 2;
const leaseMs = 90_000;

/**
 * Reads the codes of a stack some pages at a time and keeps what was read, so that a worker that was killed goes on
 * where it stopped; then every page goes to its application. One worker reads a stack at a time.
 */
export async function readStack({ fileId, clock, isLastTry = false }: Reading): Promise<void> {
  const file = await claim(fileId, clock());
  if (!file) return;
  try {
    if (readSeenCodes(file.pageCodes).length < file.pages) {
      await inWorkFolder(async (folder) => readAll(file, { source: await localCopy(file.storageKey, folder), clock }));
    }
    await fileStack(fileId, clock());
    await release(fileId, null);
  } catch (error) {
    await (isLastTry ? giveUpReading(fileId, clock()) : release(fileId, clock()));
    throw error;
  }
}

/** A lease that is over, and not given back, tells that somebody has to read on. */
const release = (fileId: string, readingUntil: Date | null) =>
  db.storedFile.update({ where: { id: fileId }, data: { readingUntil } });

export const unreadableStack = '这个文件读不出来，没有归页：请删除后重新扫描上传；仍然不行时，请分成几个小一些的文件再试。';

/** Its sheets can never be filed: nobody is to wait for them. */
async function giveUpReading(fileId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.storedFile.updateMany({
      where: { id: fileId, status: 'CLEAN', deletedAt: null, sheets: { none: {} } },
      data: { status: 'REFUSED', refusal: unreadableStack, readingUntil: null },
    });
    if (count === 0) return;
    const { ownerId } = await tx.storedFile.findUniqueOrThrow({ where: { id: fileId } });
    await recordEvent(tx, {
      ...{ stream: `person:${ownerId}`, name: 'file_refused', actor: systemActor, at: now },
      data: { fileId, purpose: 'UNIT_SCAN', refusalCode: 'STACK_UNREADABLE' },
    });
  });
}

/** Null when there is nothing to read, or somebody else is reading. */
async function claim(fileId: string, now: Date): Promise<StoredFile | null> {
  const { count } = await db.storedFile.updateMany({
    where: {
      id: fileId,
      purpose: 'UNIT_SCAN',
      status: 'CLEAN',
      deletedAt: null,
      OR: [{ readingUntil: null }, { readingUntil: { lt: now } }],
    },
    data: { readingUntil: new Date(now.getTime() + leaseMs) },
  });
  return count === 1 ? db.storedFile.findUnique({ where: { id: fileId } }) : null;
}

async function readAll(file: StoredFile, { source, clock }: { source: string; clock: () => Date }): Promise<void> {
  const codes = readSeenCodes(file.pageCodes);
  const { mediaType, pages } = file;
  while (codes.length < pages) {
    const ranges = nextRanges(codes.length + 1, pages);
    const read = await Promise.all(ranges.map((range) => readCodesOf({ source, mediaType, pages: range })));
    ranges.forEach(({ from, to }, index) => {
      const found = read[index] ?? [];
      for (let page = from; page <= to; page++) codes.push(found[page - from] ?? []);
    });
    const readingUntil = new Date(clock().getTime() + leaseMs);
    const { count } = await db.storedFile.updateMany({
      where: { id: file.id, deletedAt: null },
      data: { pageCodes: codes, readingUntil },
    });
    if (count === 0) return;
  }
}

/** The next pages for as many children as work side by side. */
function nextRanges(from: number, pages: number): { from: number; to: number }[] {
  return Array.from({ length: children }, (_, index) => {
    const begin = from + index * pagesAtATime;
    return { from: begin, to: Math.min(pages, begin + pagesAtATime - 1) };
  }).filter(({ from: begin }) => begin <= pages);
}

/** To the applications of the batch's own unit, whoever uploaded it; a page of any other unit is foreign. */
async function fileStack(fileId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const file = await tx.storedFile.findUnique({ where: { id: fileId }, include: { batch: true } });
    if (!file?.batch || file.deletedAt || readSeenCodes(file.pageCodes).length < file.pages) return;
    const ofUnit = await tx.application.findMany({
      where: { unitId: file.batch.unitId, levelFrozenAt: { not: null } },
      select: { id: true },
    });
    await fileSheets(tx, { file, applicationIds: ofUnit.map(({ id }) => id), now });
  });
}
