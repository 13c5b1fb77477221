import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { Actor } from '@/lib/kernel/actor';
import { now as currentTime } from '@/lib/clock';
import { invoiceCounts } from '@/lib/invoices/invoice-queries';
import { overdueAnswers } from '@/lib/invoices/tax/overdue-answers';
import { billCounts } from '@/lib/payments/bills/bill-queries';
import { type FinanceFigures, overdueOrders } from '@/lib/payments/finance-queries';
import { refundCounts } from '@/lib/payments/refunds/refund-queries';

interface Task {
  title: string;
  count: number;
  unit: string;
  href: string;
  next: string;
}

/** What waits for somebody, and where it is done. */
export async function ToDo({ actor, figures }: { actor: Actor; figures: FinanceFigures }) {
  const [refunds, bills, invoices, unanswered, overdue] = await Promise.all([
    refundCounts(actor),
    billCounts(actor),
    invoiceCounts(actor),
    overdueAnswers(actor, currentTime()),
    overdueOrders(actor, currentTime()),
  ]);
  const tasks: Task[] = [
    { title: '待确认的转账凭证', count: figures.waitingVouchers, unit: '份', href: '/office/finance/vouchers', next: '核对银行到账' },
    { title: '待处理款项', count: figures.unmatched, unit: '笔', href: '/office/finance/unmatched', next: '退还或查清去向' },
    { title: '待复核的退款', count: refunds.proposed, unit: '笔', href: '/office/finance/refunds', next: '由提出人以外的人复核' },
    { title: '待转账的退款', count: refunds.byHand, unit: '笔', href: '/office/finance/refunds', next: '转账后登记流水号' },
    { title: '没有退成的退款', count: refunds.failed, unit: '笔', href: '/office/finance/refunds', next: '重新发起或人工转账' },
    { title: '待开的发票', count: invoices.waiting, unit: '张', href: '/office/finance/invoices', next: '取出表格到税务客户端开具，或交税务平台' },
    { title: '要红冲的发票', count: invoices.toReverse, unit: '张', href: '/office/finance/invoices?view=reversing', next: '开具红字发票后登记；平台没有办理的看原因' },
    { title: '税务平台没有答复的开票', count: unanswered.issuing, unit: '张', href: '/office/finance/invoices?view=issuing', next: '超过一小时；向平台查询，系统每分钟再问' },
    { title: '税务平台没有答复的红冲', count: unanswered.reversing, unit: '张', href: '/office/finance/invoices?view=reversing', next: '超过一小时；向平台查询，系统每分钟再问' },
    { title: '退款后待红冲', count: invoices.differing, unit: '张', href: '/office/finance/invoices?view=differing', next: '发票金额大于实收，先红冲' },
    { title: '到期没有关闭的订单', count: overdue, unit: '笔', href: '/office/finance/orders?overdue=yes', next: '到期超过一小时；系统每分钟再试，请联系技术人员' },
    { title: '与账单对不上', count: bills.differences, unit: '笔', href: '/office/finance/bills', next: '查清原因并登记' },
    { title: '没有取到或没有核对完的账单', count: bills.missing, unit: '天', href: '/office/finance/bills', next: '每半小时自动再试；看原因' },
  ];
  const waiting = tasks.filter(({ count }) => count > 0);
  return (
    <section className="stack-small" aria-labelledby="todo-title">
      <h2 id="todo-title">要办理的</h2>
      <DataTable
        caption="要办理的"
        hideCaption
        dense
        columns={columns}
        rows={waiting}
        rowKey={({ title }) => title}
        rowHref={({ href }) => href}
        empty={<EmptyState title="没有要办理的事项" />}
      />
    </section>
  );
}

const columns: Column<Task>[] = [
  { key: 'title', title: '事项', lead: true, cell: ({ title }) => title },
  { key: 'count', title: '数量', numeric: true, nowrap: true, cell: ({ count, unit }) => `${count} ${unit}` },
  { key: 'next', title: '怎么办', cell: ({ next }) => next },
];
