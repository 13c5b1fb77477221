import type { SheetTable } from '@/lib/files/spreadsheet';
import { accountNames, ledgerKindNames } from '@/lib/ledger/labels';
import { providerLabels } from '../labels';
import { areaNames, billSides } from './labels';
import type { ClosingReport } from './schema';

const placeOf = (provider: string): string => (provider ? (providerLabels[provider] ?? provider) : '');
const money = (fen: number | null) => (fen === null ? null : { fen });

/** The report as a workbook: balances, movements, comparison and differences, a sheet each. */
export const closingSheets = (report: ClosingReport): SheetTable[] => [
  balanceSheet(report),
  movementSheet(report),
  comparisonSheet(report),
  differenceSheet(report),
];

const balanceSheet = ({ balances }: ClosingReport): SheetTable => ({
  name: '科目余额',
  columns: [
    { title: '科目', width: 20 },
    { title: '支付平台' },
    ...['期初余额', '借方发生', '贷方发生', '期末余额'].map((title) => ({ title, isMoney: true })),
  ],
  rows: balances.map(({ account, provider, openingFen, inFen, outFen, closingFen }) => [
    ...[accountNames[account], placeOf(provider)],
    ...[openingFen, inFen, outFen, closingFen].map(money),
  ]),
});

const movementSheet = ({ movements }: ClosingReport): SheetTable => ({
  name: '发生额',
  columns: [{ title: '类别', width: 20 }, { title: '科目', width: 20 }, { title: '支付平台' }, { title: '笔数' }, { title: '金额', isMoney: true }],
  rows: movements.map(({ kind, account, provider, count, amountFen }) => [
    ...[ledgerKindNames[kind] ?? kind, accountNames[account], placeOf(provider), count],
    money(amountFen),
  ]),
});

const comparisonSheet = ({ bills, bank, invoices }: ClosingReport): SheetTable => ({
  name: '核对',
  columns: [{ title: '项目', width: 28 }, ...['账簿', '账单、银行流水或发票', '差额'].map((title) => ({ title, isMoney: true }))],
  rows: [
    ...bills.map(({ provider, what, oursFen, billFen }) => [`${placeOf(provider)}${billSides[what]}`, money(oursFen), money(billFen), money(oursFen - billFen)]),
    ['银行收入', money(bank.inFen), money(bank.statementInFen), money(bank.statementInFen === null ? null : bank.inFen - bank.statementInFen)],
    ['银行支出', money(bank.outFen), money(bank.statementOutFen), money(bank.statementOutFen === null ? null : bank.outFen - bank.statementOutFen)],
    ...(invoices ? [['已开票订单', money(invoices.keptFen), money(invoices.billedFen), money(invoices.keptFen - invoices.billedFen)]] : []),
  ],
});

const differenceSheet = ({ differences }: ClosingReport): SheetTable => ({
  name: '差异明细',
  columns: [{ title: '类别', width: 18 }, { title: '项目', width: 30 }, { title: '单号', width: 36 }, { title: '账簿', isMoney: true }, { title: '对方', isMoney: true }, { title: '说明', width: 40 }],
  rows: differences.map(({ area, what, reference, oursFen, theirsFen, because }) => [
    ...[areaNames[area], what, reference],
    ...[money(oursFen), money(theirsFen), because],
  ]),
});
