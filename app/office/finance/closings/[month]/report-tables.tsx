import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { yuan } from '@/lib/kernel/money';
import { accountNames, ledgerKindNames } from '@/lib/ledger/labels';
import { areaNames, billSides } from '@/lib/payments/closing/labels';
import type { ClosingReport } from '@/lib/payments/closing/schema';
import { providerLabels } from '@/lib/payments/labels';

/** Balances, movements, comparison and every difference: the same on the screen, on paper and in the workbook. */
export function ReportTables({ report }: { report: ClosingReport }) {
  return (
    <>
      <DataTable
        caption="科目余额"
        dense
        columns={balanceColumns}
        rows={report.balances}
        rowKey={({ account, provider }) => `${account} ${provider}`}
        empty={<EmptyState title="这个月和以前都没有记录" />}
      />
      <DataTable
        caption="本月发生"
        dense
        columns={movementColumns}
        rows={report.movements}
        rowKey={({ kind, account, provider }) => `${kind} ${account} ${provider}`}
        empty={<EmptyState title="本月没有发生" />}
      />
      <DataTable caption="核对" dense columns={sideColumns} rows={sidesOf(report)} rowKey={({ what }) => what} />
      <section className="stack-small" aria-labelledby="differences-title">
        <h2 id="differences-title">差异（{report.differences.length} 项）</h2>
        <DataTable
          caption="差异明细"
          hideCaption
          dense
          columns={differenceColumns}
          rows={report.differences}
          rowKey={({ area, what, reference }) => `${area} ${what} ${reference}`}
          empty={<EmptyState title="没有差异">账簿、账单、银行和发票一致，也没有待处理和应退未退的款项。</EmptyState>}
        />
      </section>
    </>
  );
}

const accountOf = ({ account, provider }: Pick<ClosingReport['balances'][number], 'account' | 'provider'>): string =>
  provider ? `${accountNames[account]}（${providerLabels[provider] ?? provider}）` : accountNames[account];
const amount = (fen: number | null): string => (fen === null ? '—' : yuan(fen));

const balanceColumns: Column<ClosingReport['balances'][number]>[] = [
  { key: 'account', title: '科目', lead: true, cell: accountOf },
  { key: 'opening', title: '期初余额', numeric: true, nowrap: true, cell: ({ openingFen }) => yuan(openingFen) },
  { key: 'in', title: '借方', numeric: true, nowrap: true, cell: ({ inFen }) => yuan(inFen) },
  { key: 'out', title: '贷方', numeric: true, nowrap: true, cell: ({ outFen }) => yuan(outFen) },
  { key: 'closing', title: '期末余额', numeric: true, nowrap: true, cell: ({ closingFen }) => yuan(closingFen) },
];

const movementColumns: Column<ClosingReport['movements'][number]>[] = [
  { key: 'kind', title: '类别', lead: true, cell: ({ kind }) => ledgerKindNames[kind] ?? kind },
  { key: 'account', title: '科目', cell: accountOf },
  { key: 'count', title: '笔数', numeric: true, nowrap: true, cell: ({ count }) => count },
  { key: 'amount', title: '借方减贷方', numeric: true, nowrap: true, cell: ({ amountFen }) => yuan(amountFen) },
];

interface Side {
  what: string;
  oursFen: number;
  theirsFen: number | null;
}

const sidesOf = ({ bills, bank, invoices }: ClosingReport): Side[] => [
  ...bills.map(({ provider, what, oursFen, billFen }) => ({
    what: `${providerLabels[provider] ?? provider}${billSides[what]}，对账单`,
    oursFen,
    theirsFen: billFen,
  })),
  { what: '银行收入，对银行流水', oursFen: bank.inFen, theirsFen: bank.statementInFen },
  { what: '银行支出，对银行流水', oursFen: bank.outFen, theirsFen: bank.statementOutFen },
  ...(invoices ? [{ what: '已开票订单的净收入，对发票（蓝字减红字）', oursFen: invoices.keptFen, theirsFen: invoices.billedFen }] : []),
];

const sideColumns: Column<Side>[] = [
  { key: 'what', title: '项目', lead: true, cell: ({ what }) => what },
  { key: 'ours', title: '账簿', numeric: true, nowrap: true, cell: ({ oursFen }) => yuan(oursFen) },
  {
    key: 'theirs',
    title: '对方',
    numeric: true,
    nowrap: true,
    cell: ({ theirsFen }) => (theirsFen === null ? '结账时登记' : yuan(theirsFen)),
  },
  {
    key: 'off',
    title: '差额',
    numeric: true,
    nowrap: true,
    cell: ({ oursFen, theirsFen }) => amount(theirsFen === null ? null : oursFen - theirsFen),
  },
];

const differenceColumns: Column<ClosingReport['differences'][number]>[] = [
  { key: 'what', title: '项目', lead: true, cell: ({ area, what }) => `${areaNames[area]}：${what}` },
  { key: 'reference', title: '单号', cell: ({ reference }) => <span className="break-all">{reference}</span> },
  { key: 'ours', title: '账簿', numeric: true, nowrap: true, cell: ({ oursFen }) => amount(oursFen) },
  { key: 'theirs', title: '对方', numeric: true, nowrap: true, cell: ({ theirsFen }) => amount(theirsFen) },
  { key: 'because', title: '说明', cell: ({ because }) => because },
];
