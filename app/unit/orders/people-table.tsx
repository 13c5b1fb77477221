import { type Column, DataTable } from '@/components/ui/data-table';
import { Money } from '@/components/ui/money';
import type { PersonOnOrder } from '@/lib/applications/unit-orders/unit-order-queries';
import { yuan } from '@/lib/kernel/money';

export function PeopleTable({ people }: { people: PersonOnOrder[] }) {
  return (
    <DataTable
      caption="订单上的申请人"
      hideCaption
      dense
      columns={columns}
      rows={people}
      rowKey={({ itemId }) => itemId}
    />
  );
}

const columns: Column<PersonOnOrder>[] = [
  { key: 'name', title: '姓名', lead: true, cell: ({ name }) => name },
  { key: 'number', title: '编号', nowrap: true, cell: ({ number }) => number },
  { key: 'title', title: '项目', cell: ({ title }) => title },
  { key: 'amount', title: '费用', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  { key: 'note', title: '说明', cell: ({ because, refundedFen }) => because ?? (refundedFen > 0 ? `已退款 ${yuan(refundedFen)}` : '—') },
];
