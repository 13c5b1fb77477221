import type { Transaction } from '@/lib/db/transaction';
import { parsePlainDate } from '@/lib/kernel/dates';
import { endOfMonth, startOfMonth } from '@/lib/kernel/months';
import { type AccountMonth, accountMonths, kindMonths } from '@/lib/ledger/month-books';
import { billKindLabels, providerLabels } from '../labels';
import { type BillRow, billsOfMonth, type ClosingScope } from './bills-of-month';
import { invoiceDifferences, invoicesOfMonth, invoiceSums } from './invoices-of-month';
import { missingBills, openRefunds, openUnmatched, unaskedBills } from './open-items';
import type { ClosingDifference, ClosingReport } from './schema';

export interface Statement {
  inFen: number;
  outFen: number;
}

interface ReportWish {
  payeeId: string;
  month: string;
  /** What the bank's statement says of the month; null before anybody has looked. */
  statement: Statement | null;
}

/** Everything that a closing says of a month; reads only. */
export async function makeReport(tx: Transaction, { payeeId, month, statement }: ReportWish): Promise<ClosingReport> {
  const scope = scopeOf(payeeId, month);
  const payee = await tx.association.findUniqueOrThrow({ where: { id: payeeId }, select: { id: true, name: true } });
  const balances = await accountMonths(tx, scope);
  const bills = await billsOfMonth(tx, scope);
  const bank = bankOf(balances, statement);
  const invoiced = await invoicesOfMonth(tx, scope);
  return {
    version: 1,
    payee,
    month,
    balances,
    movements: await kindMonths(tx, scope),
    bills: sumsOf(bills),
    bank,
    invoices: invoiceSums(invoiced),
    differences: [
      ...bills.filter(({ oursFen, billFen }) => oursFen !== billFen).map(billDifference),
      ...(await missingBills(tx, scope)),
      ...(await unaskedBills(tx, scope)),
      ...bankDifferences(bank),
      ...invoiceDifferences(invoiced),
      ...(await openUnmatched(tx, scope)),
      ...(await openRefunds(tx, scope)),
    ],
  };
}

function scopeOf(payeeId: string, month: string): ClosingScope {
  const [from, to] = [startOfMonth(month), endOfMonth(month)];
  const firstDay = parsePlainDate(`${month}-01`);
  if (!firstDay) throw new RangeError(`not a month: ${month}`);
  const lastDay = new Date(Date.UTC(firstDay.getUTCFullYear(), firstDay.getUTCMonth() + 1, 0));
  return { payeeId, from, to, firstDay, lastDay };
}

function sumsOf(rows: readonly BillRow[]): ClosingReport['bills'] {
  const sums = new Map<string, ClosingReport['bills'][number]>();
  for (const { provider, what, oursFen, billFen } of rows) {
    const key = `${provider} ${what}`;
    const sum = sums.get(key) ?? { provider, what, oursFen: 0, billFen: 0 };
    sums.set(key, { ...sum, oursFen: sum.oursFen + (oursFen ?? 0), billFen: sum.billFen + (billFen ?? 0) });
  }
  return [...sums.values()];
}

function billDifference({ provider, what, reference, oursFen, billFen, ...known }: BillRow): ClosingDifference {
  const name = what === 'COST' ? '手续费' : billKindLabels[what];
  return {
    area: 'bills',
    what: `${providerLabels[provider] ?? provider}${name}`,
    reference,
    oursFen,
    theirsFen: billFen,
    because: known.resolution ?? reasonOf(known),
  };
}

function reasonOf({ billDay, bookedDay }: Pick<BillRow, 'billDay' | 'bookedDay'>): string {
  if (billDay) return `列在 ${billDay} 的账单中，记账跨月`;
  return bookedDay ? `记账日期为 ${bookedDay}，记账跨月` : '还没有查明';
}

function bankOf(balances: readonly AccountMonth[], statement: Statement | null): ClosingReport['bank'] {
  const bank = balances.find(({ account }) => account === 'BANK');
  return {
    inFen: bank?.inFen ?? 0,
    outFen: bank?.outFen ?? 0,
    statementInFen: statement?.inFen ?? null,
    statementOutFen: statement?.outFen ?? null,
  };
}

function bankDifferences({ inFen, outFen, statementInFen, statementOutFen }: ClosingReport['bank']): ClosingDifference[] {
  const sides = [
    { what: '银行收入合计', oursFen: inFen, theirsFen: statementInFen },
    { what: '银行支出合计', oursFen: outFen, theirsFen: statementOutFen },
  ];
  return sides.flatMap((side) =>
    side.theirsFen === null || side.theirsFen === side.oursFen
      ? []
      : [{ ...side, area: 'bank' as const, reference: '银行流水', because: '见结账说明' }],
  );
}

