import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Money } from '@/components/ui/money';
import { TextLink } from '@/components/ui/text-link';
import type { FinanceOrder } from '@/lib/payments/finance-queries';

type Share = FinanceOrder['items'][number];

/** Everybody for whom a unit's order pays, with his share and what went back of it. */
export function Shares({ order }: { order: FinanceOrder }) {
  if (!order.unit) return null;
  return (
    <Card heading="h2" title={`为 ${order.items.length} 位申请人缴费`}>
      <DataTable caption="各人的费用" hideCaption dense columns={columns} rows={order.items} rowKey={({ id }) => id} />
    </Card>
  );
}

const columns: Column<Share>[] = [
  { key: 'name', title: '姓名', lead: true, cell: ({ application }) => application.person.name },
  {
    key: 'number',
    title: '申报编号',
    nowrap: true,
    cell: ({ applicationId, application }) => (
      <TextLink href={`/office/applications/${applicationId}`}>{application.number}</TextLink>
    ),
  },
  { key: 'title', title: '项目', cell: ({ title }) => title },
  { key: 'amount', title: '费用', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  { key: 'refunded', title: '已退', numeric: true, nowrap: true, cell: ({ refundedFen }) => <Money fen={refundedFen} /> },
];
