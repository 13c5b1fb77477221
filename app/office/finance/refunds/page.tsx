import type { Metadata } from 'next';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Money } from '@/components/ui/money';
import { Pagination } from '@/components/ui/pagination';
import { StatusTag } from '@/components/ui/tag';
import { now as currentTime } from '@/lib/clock';
import { tableDateTime } from '@/lib/kernel/dates';
import { financeFigures } from '@/lib/payments/finance-queries';
import { providerLabels, refundLabels, refundReasonLabels } from '@/lib/payments/labels';
import { type ListedRefund, refundList } from '@/lib/payments/refunds/refund-queries';
import { refundFilters, type RefundView } from '@/lib/payments/refunds/schema';
import { payerName } from '@/lib/payments/payer-name';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { FinanceHead } from '../finance-head';

export const metadata: Metadata = { title: '退款' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const path = '/office/finance/refunds';
const viewLabels: Record<RefundView, string> = {
  todo: '要办理的',
  going: '退款中',
  done: '已退款',
  withdrawn: '已撤销',
};
const hrefOf = (view: RefundView, page = 1) => `${path}?view=${view}${page > 1 ? `&page=${page}` : ''}`;

export default async function RefundsPage({ searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const query = await searchParams;
  const filters = refundFilters.parse(query);
  const [figures, list] = await Promise.all([financeFigures(actor, currentTime()), refundList(actor, filters)]);
  return (
    <div className="stack">
      <FinanceHead
        title="退款"
        lead="要复核的、要人工转账的和没有退成的，先办理等得最久的。重复付款和关闭后到账的款项由系统自动退回。"
        current={path}
        figures={figures}
        message={passedMessage(query)}
      />
      <LinkTabs
        label="退款进度"
        current={hrefOf(filters.view)}
        tabs={Object.entries(viewLabels).map(([view, label]) => ({ href: hrefOf(view as RefundView), label }))}
      />
      <DataTable
        caption={`退款：${viewLabels[filters.view]}`}
        hideCaption
        dense
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowHref={({ number }) => `${path}/${encodeURIComponent(number)}`}
        empty={<EmptyState title={`没有${viewLabels[filters.view]}的退款`}>在订单页面可以提出退款。</EmptyState>}
      />
      <Pagination
        page={filters.page}
        pageCount={list.pageCount}
        total={list.total}
        unit="笔退款"
        hrefFor={(page) => hrefOf(filters.view, page)}
      />
    </div>
  );
}

const columns: Column<ListedRefund>[] = [
  { key: 'number', title: '退款单号', lead: true, cell: ({ number }) => number },
  { key: 'person', title: '付款人', nowrap: true, cell: ({ order }) => (order ? payerName(order) : '不明') },
  { key: 'amount', title: '金额', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  { key: 'reason', title: '原因', cell: ({ reason }) => refundReasonLabels[reason] },
  { key: 'provider', title: '原付款方式', nowrap: true, cell: ({ provider }) => providerLabels[provider] ?? provider },
  { key: 'status', title: '状态', nowrap: true, cell: (refund) => <StatusTag {...refundLabels[refund.status]} /> },
  { key: 'by', title: '提出人', nowrap: true, cell: ({ proposedByName }) => proposedByName },
  { key: 'at', title: '提出时间', nowrap: true, cell: ({ proposedAt }) => tableDateTime(proposedAt) },
];
