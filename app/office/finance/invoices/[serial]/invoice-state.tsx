import { Banner } from '@/components/ui/banner';
import { invoiceableFen } from '@/lib/invoices/invoiceable';
import type { LoadedInvoice } from '@/lib/invoices/lock-invoice';
import { isAtPlatform } from '@/lib/invoices/policy';
import { yuan } from '@/lib/kernel/money';

/** What somebody should know before doing anything with it. */
export function InvoiceState({ invoice }: { invoice: LoadedInvoice }) {
  const { status, failure, redFailure, amountFen, order } = invoice;
  const isIssued = status === 'ISSUED' || status === 'REVERSING';
  const left = invoiceableFen(order);
  return (
    <>
      {failure ? <Banner tone="danger" title="没有开成">{failure}</Banner> : null}
      {redFailure ? <Banner tone="danger" title="税务平台没有办理红冲">{redFailure}</Banner> : null}
      {isAtPlatform(invoice) && !redFailure ? <AtPlatform status={status} /> : null}
      {isIssued && left !== amountFen ? (
        <Banner tone="warning" title="发票金额与订单不符，需要红冲重开">
          发票 {yuan(amountFen)}，订单扣除退款后为 {yuan(left)}。
        </Banner>
      ) : null}
    </>
  );
}

function AtPlatform({ status }: Pick<LoadedInvoice, 'status'>) {
  if (status === 'ISSUING') return <Banner tone="info" title="税务平台正在开具">结果会自动登记，每分钟查询一次。</Banner>;
  if (status === 'REVERSING') return <Banner tone="info" title="税务平台正在办理红字发票">结果会自动登记，每分钟查询一次。</Banner>;
  return null;
}
