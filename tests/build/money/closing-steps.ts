import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { fen } from '@/lib/kernel/money';
import { endOfMonth } from '@/lib/kernel/months';
import { openMonth } from '@/lib/ledger/month-books';
import { closeMonth } from '@/lib/payments/closing/close-month';
import { makeReport } from '@/lib/payments/closing/make-report';
import { type ClosingReport, closingReport } from '@/lib/payments/closing/schema';
import type { MoneyWorld } from './world';

const payeeId = 'jiangsu';

/** An office that closes the month that is due, on the day on which it is over; what comes afterwards comes late. */
export async function closeNextMonth(world: MoneyWorld): Promise<void> {
  const month = await inTransaction((tx) => openMonth(tx, payeeId));
  if (!month) return;
  await inTransaction(async (tx) => {
    const { bank } = await makeReport(tx, { payeeId, month, statement: null });
    const input = { month, statementIn: fen(bank.inFen), statementOut: fen(bank.outFen), note: '示例' };
    await closeMonth({ tx, actor: world.cashier, subject: { payeeId }, input, now: endOfMonth(month) });
  });
}

type Totals = Pick<ClosingReport, 'balances' | 'movements'>;
const totals = ({ balances, movements }: Totals): string => JSON.stringify({ balances, movements });

const looksBack = 3;

/** What is wrong with the last closed months: a sum that is not nothing, a gap between two of them, or one that has changed since. */
export async function wrongClosings(): Promise<string[]> {
  const closings = await db.monthClosing.findMany({ where: { payeeId }, orderBy: { month: 'desc' }, take: looksBack });
  const wrongs: string[] = [];
  let before: ClosingReport | null = null;
  for (const { month, report: text } of closings.reverse()) {
    const report = closingReport.parse(JSON.parse(text));
    const now = closingReport.parse(await inTransaction((tx) => makeReport(tx, { payeeId, month, statement: null })));
    if (totals(now) !== totals(report)) wrongs.push(`${month} has changed since it was closed`);
    const closed = report.balances.reduce((sum, { closingFen }) => sum + closingFen, 0);
    if (closed !== 0) wrongs.push(`${month} closes with ${closed} fen too many`);
    wrongs.push(...gaps(before, report));
    before = report;
  }
  return wrongs;
}

function gaps(before: ClosingReport | null, { month, balances }: ClosingReport): string[] {
  if (!before) return [];
  const opening = new Map(balances.map(({ account, provider, openingFen }) => [`${account} ${provider}`, openingFen]));
  return before.balances.flatMap(({ account, provider, closingFen }) =>
    (opening.get(`${account} ${provider}`) ?? 0) === closingFen ? [] : [`${month} does not open where ${account} ${provider} closed`],
  );
}
