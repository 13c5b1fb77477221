import { PageHead } from '../shell/page-head';
import { ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';

export function NoReceipt({ orderPage }: { orderPage: string }) {
  return (
    <div className="page">
      <PageHead title="缴费凭证" />
      <EmptyState title="还没有缴费凭证" action={<ButtonLink href={orderPage}>返回订单</ButtonLink>}>
        订单支付以后，可以在这里打印缴费凭证。
      </EmptyState>
    </div>
  );
}
