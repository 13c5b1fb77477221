import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { FinanceFigures } from '@/lib/payments/finance-queries';
import type { PassedMessage } from '@/lib/web/passed-message';

interface FinanceHeadProps {
  title: string;
  lead?: string;
  current: `/office/finance${'' | '/vouchers' | '/orders' | '/unmatched' | '/refunds' | '/bills' | '/payouts' | '/closings' | '/invoices' | '/exports'}`;
  figures: FinanceFigures;
  message?: PassedMessage | null;
}

export function FinanceHead({ title, lead, current, figures, message }: FinanceHeadProps) {
  return (
    <>
      <PageHead title={title} lead={lead} />
      {message ? <Banner tone={message.tone} title={message.text} live /> : null}
      <LinkTabs
        label="财务"
        current={current}
        tabs={[
          { href: '/office/finance', label: '今日' },
          { href: '/office/finance/vouchers', label: '待确认凭证', count: figures.waitingVouchers },
          { href: '/office/finance/orders', label: '订单' },
          { href: '/office/finance/unmatched', label: '待处理款项', count: figures.unmatched },
          { href: '/office/finance/refunds', label: '退款', count: figures.refunds },
          { href: '/office/finance/bills', label: '对账', count: figures.bills },
          { href: '/office/finance/payouts', label: '结算到账' },
          { href: '/office/finance/closings', label: '结账' },
          { href: '/office/finance/invoices', label: '发票' },
          { href: '/office/finance/exports', label: '导出' },
        ]}
      />
    </>
  );
}
