import type { Metadata } from 'next';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Money } from '@/components/ui/money';
import { Pagination } from '@/components/ui/pagination';
import { StatusTag } from '@/components/ui/tag';
import { now as currentTime } from '@/lib/clock';
import { invoiceableFen } from '@/lib/invoices/invoiceable';
import { invoiceCounts, invoiceList, isClientAtWork, latestBatches, type OwnBatch, sellerOf } from '@/lib/invoices/invoice-queries';
import { titleKindLabels } from '@/lib/invoices/labels';
import { invoiceLabels } from '@/lib/invoices/lifecycle';
import type { LoadedInvoice } from '@/lib/invoices/lock-invoice';
import { invoiceFilters, type InvoiceView } from '@/lib/invoices/schema';
import { mostInBatch } from '@/lib/invoices/take-batch';
import { hasTaxPlatform } from '@/lib/invoices/tax/platform';
import { tableDateTime } from '@/lib/kernel/dates';
import { financeFigures } from '@/lib/payments/finance-queries';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { FinanceHead } from '../finance-head';
import { InvoiceDesk } from './invoice-desk';

export const metadata: Metadata = { title: '发票' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const path = '/office/finance/invoices';
const viewLabels: Record<InvoiceView, string> = {
  waiting: '待开',
  issuing: '开票中',
  failed: '开票失败',
  reversing: '红冲中',
  differing: '退款后待红冲',
  unfiled: '缺 PDF',
  issued: '已开',
  reversed: '已红冲',
};
const leads = {
  CLIENT: '取出待开发票的表格，在税务客户端中开具，再把结果粘贴回来。',
  PLATFORM: '待开发票由税务平台开具，号码和文件自动登记。',
};
const hrefOf = (view: InvoiceView, page = 1) => `${path}?view=${view}${page > 1 ? `&page=${page}` : ''}`;

export default async function InvoicesPage({ searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const query = await searchParams;
  const filters = invoiceFilters.parse(query);
  const [figures, counts, list, batches, seller, clientAtWork] = await Promise.all([
    financeFigures(actor, currentTime()),
    invoiceCounts(actor),
    invoiceList(actor, filters),
    latestBatches(actor),
    sellerOf(actor),
    isClientAtWork(actor),
  ]);
  return (
    <div className="stack">
      <FinanceHead
        title="发票"
        lead={`${leads[seller?.way ?? 'CLIENT']}同一张订单任何时候只有一张有效发票。`}
        current={path}
        figures={figures}
        message={passedMessage(query)}
      />
      {actor.role === 'FINANCE' ? (
        <InvoiceDesk
          waiting={Math.min(counts.waiting, mostInBatch)}
          seller={seller}
          hasPlatform={hasTaxPlatform()}
          isClientAtWork={clientAtWork}
        />
      ) : null}
      <LinkTabs
        label="开票状态"
        current={hrefOf(filters.view)}
        tabs={Object.entries(viewLabels).map(([view, label]) => ({
          href: hrefOf(view as InvoiceView),
          label,
          count: counts[view as keyof typeof counts],
        }))}
      />
      <DataTable
        caption={`发票：${viewLabels[filters.view]}`}
        hideCaption
        dense
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowHref={({ serial }) => `${path}/${serial}`}
        empty={<EmptyState title={`没有${viewLabels[filters.view]}的发票`} />}
      />
      <Pagination
        page={filters.page}
        pageCount={list.pageCount}
        total={list.total}
        unit="张发票"
        hrefFor={(page) => hrefOf(filters.view, page)}
      />
      {batches.length > 0 ? (
        <DataTable
          caption="取出的批次"
          dense
          columns={batchColumns}
          rows={batches}
          rowKey={({ number }) => number}
          rowHref={({ number }) => `${path}/batches/${number}`}
        />
      ) : null}
    </div>
  );
}

const amountOf = ({ status, amountFen, order }: LoadedInvoice): number =>
  status === 'REQUESTED' || status === 'FAILED' ? invoiceableFen(order) : amountFen;

/** Ours and, below it, the tax authority's. */
function Numbers({ serial, number }: LoadedInvoice) {
  if (!number) return serial;
  return (
    <>
      {serial}
      <br />
      {number}
    </>
  );
}

const statusOf = ({ status, redFailure }: LoadedInvoice) =>
  redFailure ? ({ label: '红冲未办成', tone: 'danger' } as const) : invoiceLabels[status];

const columns: Column<LoadedInvoice>[] = [
  { key: 'serial', title: '流水号和发票号码', lead: true, nowrap: true, cell: (invoice) => <Numbers {...invoice} /> },
  { key: 'title', title: '发票抬头', cell: ({ title }) => title },
  { key: 'kind', title: '发票类型', nowrap: true, cell: ({ kind }) => titleKindLabels[kind] },
  { key: 'amount', title: '金额', numeric: true, nowrap: true, cell: (invoice) => <Money fen={amountOf(invoice)} /> },
  { key: 'status', title: '开票状态', nowrap: true, cell: (invoice) => <StatusTag {...statusOf(invoice)} /> },
  { key: 'order', title: '订单编号', nowrap: true, cell: ({ order }) => order.number },
  { key: 'at', title: '申请时间', nowrap: true, cell: ({ requestedAt }) => tableDateTime(requestedAt) },
];

const batchColumns: Column<OwnBatch>[] = [
  { key: 'number', title: '批次', lead: true, nowrap: true, cell: ({ number }) => number },
  { key: 'count', title: '发票', numeric: true, nowrap: true, cell: ({ count }) => `${count} 张` },
  { key: 'waiting', title: '还在开票中', numeric: true, nowrap: true, cell: ({ waiting }) => `${waiting} 张` },
  { key: 'by', title: '取出人', nowrap: true, cell: ({ madeByName }) => madeByName },
  { key: 'at', title: '取出时间', nowrap: true, cell: ({ madeAt }) => tableDateTime(madeAt) },
];
