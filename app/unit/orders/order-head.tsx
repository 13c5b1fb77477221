import { PageHead } from '@/components/shell/page-head';
import { StatusTag } from '@/components/ui/tag';
import { orderStatusLabel } from '@/lib/payments/labels';
import type { LoadedOrder } from '@/lib/payments/lock-order';

/** The head of the pages of one order of the unit. */
export function OrderHead({ order, here }: { order: LoadedOrder; here?: string }) {
  const { number, status, title, cycle } = order;
  return (
    <PageHead
      title={here ? `${here}：${title}` : title}
      breadcrumb={[
        { label: '单位缴费', href: '/unit/orders' },
        here ? { label: number, href: `/unit/orders/${number}` } : { label: number },
        ...(here ? [{ label: here }] : []),
      ]}
      tag={<StatusTag {...orderStatusLabel(status, cycle.texts)} />}
    />
  );
}
