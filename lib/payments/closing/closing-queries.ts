import { db } from '@/lib/db/client';
import type { MonthClosing } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { beijingMonth, endOfMonth, isMonth } from '@/lib/kernel/months';
import { openMonth } from '@/lib/ledger/month-books';
import { judgeBooks, visibleBooks } from '../books-policy';
import { digestOf } from './close-month';
import { makeReport } from './make-report';
import { closingReport, type ClosingReport } from './schema';

export type ListedClosing = Omit<MonthClosing, 'report'> & { payeeName: string };

/** The latest month first. */
export async function listedClosings(actor: Actor): Promise<ListedClosing[]> {
  const visible = visibleBooks(actor);
  if (!visible) return [];
  const where = 'OR' in visible ? { payeeId: actor.associationId ?? '' } : {};
  const rows = await db.monthClosing.findMany({ where, omit: { report: true }, orderBy: [{ month: 'desc' }, { payeeId: 'asc' }] });
  const payees = await db.association.findMany({ where: { id: { in: rows.map(({ payeeId }) => payeeId) } } });
  return rows.map((row) => ({ ...row, payeeName: payees.find(({ id }) => id === row.payeeId)?.name ?? row.payeeId }));
}

/** The month that is to be closed next, and whether it is over. */
export async function monthToClose(actor: Actor, now: Date): Promise<{ month: string; isOver: boolean } | null> {
  if (!actor.associationId || judgeBooks(actor, 'see', { payeeId: actor.associationId }).answer !== 'yes') return null;
  const month = await openMonth(db, actor.associationId);
  return month === null ? null : { month, isOver: now >= endOfMonth(month) };
}

export interface MonthOnPage {
  report: ClosingReport;
  /** Null while the month is open: the report is what the books say now. */
  closing: (Omit<MonthClosing, 'report'> & { isIntact: boolean }) | null;
  /** It is this month's turn to be closed. */
  isNext: boolean;
  isOver: boolean;
}

interface Asked {
  month: string;
  payeeId: string;
  now: Date;
}

/** A month of a payee's books: as it was closed, or as it stands. */
export async function financeMonth(actor: Actor, { month, payeeId, now }: Asked): Promise<MonthOnPage | null> {
  const isReadable = isMonth(month) && month <= beijingMonth(now) && judgeBooks(actor, 'see', { payeeId }).answer === 'yes';
  if (!isReadable || !(await db.association.findUnique({ where: { id: payeeId } }))) return null;
  const kept = await db.monthClosing.findUnique({ where: { payeeId_month: { payeeId, month } } });
  const isOver = now >= endOfMonth(month);
  if (kept) {
    const { report, ...closing } = kept;
    const isIntact = digestOf(report) === closing.digest;
    return { report: closingReport.parse(JSON.parse(report)), closing: { ...closing, isIntact }, isNext: false, isOver };
  }
  const report = await makeReport(db, { payeeId, month, statement: null });
  return { report, closing: null, isNext: (await openMonth(db, payeeId)) === month, isOver };
}
