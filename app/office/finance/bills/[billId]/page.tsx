import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Figure, Figures } from '@/components/ui/figure';
import { Money } from '@/components/ui/money';
import { Pagination } from '@/components/ui/pagination';
import { StatusTag } from '@/components/ui/tag';
import { plainDate, tableDateTime } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { type BillOnPage, financeBill, type ListedBill, linePageSize } from '@/lib/payments/bills/bill-queries';
import { billFilters } from '@/lib/payments/bills/schema';
import { billKindLabels, billLabels, billOutcomeLabels, providerLabels } from '@/lib/payments/labels';
import { actorAs } from '@/lib/web/page-actor';
import { DifferenceList } from '../difference-list';

export const metadata: Metadata = { title: '账单' };

interface Props {
  params: Promise<{ billId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const path = '/office/finance/bills';

export default async function BillPage({ params, searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const { page } = billFilters.parse(await searchParams);
  const found = await financeBill(actor, (await params).billId, page);
  if (!found) notFound();
  const { bill, differences, lines, lineTotal } = found;
  const title = `${plainDate(bill.day)} ${providerLabels[bill.provider] ?? bill.provider}账单`;
  return (
    <div className="stack">
      <PageHead
        title={title}
        breadcrumb={[{ label: '对账', href: path }, { label: title }]}
        tag={<StatusTag {...billLabels[bill.status]} />}
      />
      {bill.status === 'MISSING' ? <Missing bill={bill} /> : <Sums bill={bill} />}
      {bill.status === 'FETCHED' && bill.failure ? (
        <Banner tone="danger" title="这一天的账单还没有核对完">
          {bill.failure}。每半小时自动再核对。
        </Banner>
      ) : null}
      {differences.length > 0 ? (
        <section className="stack" aria-labelledby="differences-title">
          <h2 id="differences-title">对不上的</h2>
          <DifferenceList differences={differences} mayResolve={actor.role === 'FINANCE'} />
        </section>
      ) : null}
      <DataTable
        caption="账单明细"
        dense
        columns={columns}
        rows={lines}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState title="账单上没有款项">当天没有收款，也没有退款。</EmptyState>}
      />
      <Pagination
        page={page}
        pageCount={Math.ceil(lineTotal / linePageSize)}
        total={lineTotal}
        unit="行"
        hrefFor={(other) => `${path}/${bill.id}?page=${other}`}
      />
    </div>
  );
}

function Missing({ bill }: { bill: ListedBill }) {
  return (
    <Banner tone="danger" title="还没有取到这一天的账单">
      {bill.failure}。已取过 {bill.tries} 次，最近一次在 {tableDateTime(bill.askedAt)}，每半小时自动再取。
    </Banner>
  );
}

function Sums({ bill }: { bill: ListedBill }) {
  return (
    <Figures>
      <Figure label="收款" value={yuan(bill.paidFen)} />
      <Figure label="退款" value={yuan(bill.refundedFen)} />
      <Figure label="手续费" value={yuan(bill.feeFen)} hint="退款时平台退回的手续费已减去" />
      <Figure label="按账单补记" value={`${bill.booked} 笔`} hint={`另有 ${bill.unmatched} 笔列入待处理款项`} />
    </Figures>
  );
}

type Line = BillOnPage['lines'][number];

const columns: Column<Line>[] = [
  { key: 'at', title: '时间', lead: true, nowrap: true, cell: ({ at }) => tableDateTime(at) },
  { key: 'kind', title: '类别', nowrap: true, cell: ({ kind }) => billKindLabels[kind] },
  { key: 'number', title: '商户订单号', cell: ({ outTradeNumber }) => outTradeNumber },
  {
    key: 'reference',
    title: '支付平台单号',
    cell: ({ kind, providerTransactionId, providerRefundId }) => (kind === 'PAYMENT' ? providerTransactionId : providerRefundId),
  },
  { key: 'amount', title: '金额', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  { key: 'fee', title: '手续费', numeric: true, nowrap: true, cell: ({ feeFen }) => <Money fen={feeFen} /> },
  {
    key: 'outcome',
    title: '核对结果',
    nowrap: true,
    cell: ({ outcome }) => (outcome ? <StatusTag {...billOutcomeLabels[outcome]} /> : '核对中'),
  },
];
