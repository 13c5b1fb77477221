import type { Metadata } from 'next';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { now as currentTime } from '@/lib/clock';
import { tableDateTime } from '@/lib/kernel/dates';
import { longMonth } from '@/lib/kernel/months';
import { listedClosings, type ListedClosing, monthToClose } from '@/lib/payments/closing/closing-queries';
import { financeFigures } from '@/lib/payments/finance-queries';
import { actorAs } from '@/lib/web/page-actor';
import { FinanceHead } from '../finance-head';

export const metadata: Metadata = { title: '月度结账' };

const path = '/office/finance/closings';

export default async function ClosingsPage() {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const now = currentTime();
  const [figures, closings, next] = await Promise.all([
    financeFigures(actor, now),
    listedClosings(actor),
    monthToClose(actor, now),
  ]);
  return (
    <div className="stack">
      <FinanceHead
        title="月度结账"
        lead="按月核对账簿、账单和银行，列出每一项差异。结账以后不能再改，以后补记的款项记入下一个月。"
        current={path}
        figures={figures}
      />
      {next ? <Next month={next.month} isOver={next.isOver} /> : null}
      <DataTable
        caption="已结账的月份"
        dense
        columns={columns}
        rows={closings}
        rowKey={({ id }) => id}
        rowHref={({ month, payeeId }) => `${path}/${month}?payee=${payeeId}`}
        empty={<EmptyState title="还没有结过账" />}
      />
    </div>
  );
}

function Next({ month, isOver }: { month: string; isOver: boolean }) {
  return (
    <Banner
      tone={isOver ? 'warning' : 'info'}
      title={isOver ? `${longMonth(month)}可以结账了` : `${longMonth(month)}的账还没有结束`}
      action={<ButtonLink href={`${path}/${month}`}>{isOver ? '核对并结账' : '查看到目前为止'}</ButtonLink>}
    >
      {isOver ? '先核对差异，再登记银行流水的合计。' : '要等到下个月才能结账。'}
    </Banner>
  );
}

const columns: Column<ListedClosing>[] = [
  { key: 'month', title: '月份', lead: true, nowrap: true, cell: ({ month }) => longMonth(month) },
  { key: 'payee', title: '收款单位', cell: ({ payeeName }) => payeeName },
  { key: 'by', title: '结账人', nowrap: true, cell: ({ closedByName }) => closedByName },
  { key: 'at', title: '结账时间', nowrap: true, cell: ({ closedAt }) => tableDateTime(closedAt) },
];
