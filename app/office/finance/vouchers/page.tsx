import type { Metadata } from 'next';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Money } from '@/components/ui/money';
import { now as currentTime } from '@/lib/clock';
import { plainDate, tableDateTime } from '@/lib/kernel/dates';
import { financeFigures, type WaitingVoucher, waitingVouchers } from '@/lib/payments/finance-queries';
import { payerName } from '@/lib/payments/payer-name';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { FinanceHead } from '../finance-head';

export const metadata: Metadata = { title: '转账凭证' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function VouchersPage({ searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const [figures, vouchers] = await Promise.all([financeFigures(actor, currentTime()), waitingVouchers(actor)]);
  return (
    <div className="stack">
      <FinanceHead
        title="待确认的转账凭证"
        lead="核对银行到账后确认；等得最久的在最前。"
        current="/office/finance/vouchers"
        figures={figures}
        message={passedMessage(await searchParams)}
      />
      <DataTable
        caption="待确认的转账凭证"
        hideCaption
        dense
        columns={columns}
        rows={vouchers}
        rowKey={({ id }) => id}
        rowHref={({ order }) => `/office/finance/orders/${order.number}`}
        empty={<EmptyState title="没有待确认的凭证">申请人上传转账凭证后，会出现在这里。</EmptyState>}
      />
    </div>
  );
}

const columns: Column<WaitingVoucher>[] = [
  { key: 'person', title: '付款人', lead: true, cell: ({ order }) => payerName(order) },
  { key: 'payer', title: '付款户名', cell: ({ payerName }) => payerName },
  { key: 'amount', title: '转账金额', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  { key: 'paidOn', title: '付款日期', nowrap: true, cell: ({ paidOn }) => plainDate(paidOn) },
  { key: 'number', title: '订单编号', nowrap: true, cell: ({ order }) => order.number },
  { key: 'item', title: '项目', cell: ({ order }) => order.title },
  { key: 'uploaded', title: '提交时间', nowrap: true, cell: ({ uploadedAt }) => tableDateTime(uploadedAt) },
];
