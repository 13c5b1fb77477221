import { db } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';
import { type Change, storedChanges } from './schema';

const windows = ['applyOpensAt', 'applyClosesAt', 'materialsCloseAt', 'paymentClosesAt'];

/** Of all that changed, the times that applicants go by. */
export const windowsAmong = (changes: readonly Change[]): Change[] =>
  changes.filter(({ field }) => windows.includes(field));

export interface WindowChange {
  at: Date;
  changes: Change[];
}

/** How staff have moved the windows of a cycle, the latest first (R1, R31). */
export async function windowHistory(cycleId: string): Promise<WindowChange[]> {
  const revisions = await db.cycleRevision.findMany({
    where: { cycleId, byId: { not: null } },
    orderBy: { revision: 'desc' },
    select: { at: true, changes: true },
  });
  return revisions
    .map(({ at, changes }) => ({ at, changes: windowsAmong(storedChanges.parse(changes)) }))
    .filter(({ changes }) => changes.length > 0);
}

/** The windows that one revision moved. */
export async function windowsMovedBy(tx: Transaction, cycleId: string, revision: number): Promise<Change[]> {
  const found = await tx.cycleRevision.findFirst({ where: { cycleId, revision }, select: { changes: true } });
  return found ? windowsAmong(storedChanges.parse(found.changes)) : [];
}

/** 申报截止由 2025年3月3日 23:59 改为 2025年3月10日 23:59 */
export const changeInWords = ({ label, before, after }: Change): string => `${label}由 ${before} 改为 ${after}`;
