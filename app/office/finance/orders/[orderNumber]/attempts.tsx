import { type Column, DataTable } from '@/components/ui/data-table';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { tableDateTime } from '@/lib/kernel/dates';
import type { FinanceOrder } from '@/lib/payments/finance-queries';
import { attemptLabels, channelLabels } from '@/lib/payments/labels';

type Attempt = FinanceOrder['attempts'][number];

export function Attempts({ order }: { order: FinanceOrder }) {
  if (order.attempts.length === 0) return null;
  return <DataTable caption="在线支付" dense columns={columns} rows={order.attempts} rowKey={({ id }) => id} />;
}

const columns: Column<Attempt>[] = [
  { key: 'number', title: '商户订单号', lead: true, nowrap: true, cell: ({ outTradeNumber }) => outTradeNumber },
  { key: 'channel', title: '方式', nowrap: true, cell: ({ channel }) => channelLabels[channel] ?? channel },
  { key: 'status', title: '状态', nowrap: true, cell: ({ status }) => <StatusTag {...attemptLabels[status]} /> },
  { key: 'amount', title: '金额', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  { key: 'transaction', title: '支付平台交易号', cell: ({ providerTransactionId }) => providerTransactionId ?? '—' },
  { key: 'created', title: '发起时间', nowrap: true, cell: ({ createdAt }) => tableDateTime(createdAt) },
  {
    key: 'settled',
    title: '入账时间',
    nowrap: true,
    cell: ({ settledAt }) => (settledAt ? tableDateTime(settledAt) : '—'),
  },
];
