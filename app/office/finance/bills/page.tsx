import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Banner } from '@/components/ui/banner';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { now as currentTime } from '@/lib/clock';
import { plainDate } from '@/lib/kernel/dates';
import { type ListedBill, listedBills, openDifferences } from '@/lib/payments/bills/bill-queries';
import { financeFigures } from '@/lib/payments/finance-queries';
import { billLabels, providerLabels } from '@/lib/payments/labels';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { FinanceHead } from '../finance-head';
import { askBillsAction } from './actions';
import { DifferenceList } from './difference-list';

export const metadata: Metadata = { title: '对账' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const path = '/office/finance/bills';

export default async function BillsPage({ searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const [figures, bills, differences] = await Promise.all([
    financeFigures(actor, currentTime()),
    listedBills(actor),
    openDifferences(actor),
  ]);
  const missing = bills.filter(({ status }) => status === 'MISSING');
  const isKeeper = actor.role === 'FINANCE';
  return (
    <div className="stack">
      <FinanceHead
        title="对账"
        lead="每天 10:00 以后取前一天的支付平台账单，逐笔核对；漏记的收款和退款自动补记，对不上的列在这里。"
        current={path}
        figures={figures}
        message={passedMessage(await searchParams)}
      />
      {missing.length > 0 ? (
        <Banner tone="warning" title={`有 ${missing.length} 天的账单还没有取到`}>
          每半小时自动再取一次。
        </Banner>
      ) : null}
      <section className="stack" aria-labelledby="differences-title">
        <h2 id="differences-title">对不上的</h2>
        {differences.length === 0 ? <EmptyState title="没有对不上的款项" /> : null}
        <DifferenceList differences={differences} mayResolve={isKeeper} />
      </section>
      <DataTable
        caption="每天的账单"
        dense
        columns={columns}
        rows={bills}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${path}/${id}`}
        empty={<EmptyState title="还没有账单">有了在线支付，第二天开始对账。</EmptyState>}
      />
      {isKeeper ? (
        <FormShell id="ask-bills" action={askBillsAction}>
          <SubmitButton variant="secondary">现在取账单</SubmitButton>
        </FormShell>
      ) : null}
    </div>
  );
}

const columns: Column<ListedBill>[] = [
  { key: 'day', title: '账单日', lead: true, nowrap: true, cell: ({ day }) => plainDate(day) },
  { key: 'provider', title: '支付平台', nowrap: true, cell: ({ provider }) => providerLabels[provider] ?? provider },
  { key: 'status', title: '状态', nowrap: true, cell: ({ status }) => <StatusTag {...billLabels[status]} /> },
  { key: 'paid', title: '收款', numeric: true, nowrap: true, cell: ({ paidFen }) => <Money fen={paidFen} /> },
  { key: 'refunded', title: '退款', numeric: true, nowrap: true, cell: ({ refundedFen }) => <Money fen={refundedFen} /> },
  { key: 'fee', title: '手续费', numeric: true, nowrap: true, cell: ({ feeFen }) => <Money fen={feeFen} /> },
  { key: 'booked', title: '补记', numeric: true, nowrap: true, cell: ({ booked }) => `${booked} 笔` },
  { key: 'open', title: '对不上', numeric: true, nowrap: true, cell: ({ open }) => `${open} 笔` },
];
