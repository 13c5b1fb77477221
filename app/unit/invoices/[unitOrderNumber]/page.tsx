import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrderInvoice } from '@/app/my/invoices/order-invoice';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ownInvoicedOrder } from '@/lib/invoices/invoice-queries';
import { unitActor } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';

export const metadata: Metadata = { title: '订单的发票' };

interface Props {
  params: Promise<{ unitOrderNumber: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UnitInvoicePage({ params, searchParams }: Props) {
  const actor = await unitActor();
  const order = await ownInvoicedOrder(actor, (await params).unitOrderNumber);
  if (!order) notFound();
  const query = await searchParams;
  const message = passedMessage(query);
  const chosen = typeof query.title === 'string' ? query.title : undefined;
  return (
    <div className="page">
      <PageHead
        title="订单的发票"
        lead={`${order.title}，订单 ${order.number}`}
        breadcrumb={[{ label: '单位发票', href: '/unit/invoices' }, { label: order.number }]}
      />
      <div className="stack">
        {message ? <Banner tone={message.tone} title={message.text} live /> : null}
        <OrderInvoice actor={actor} order={order} path={`/unit/invoices/${order.number}`} chosen={chosen} />
      </div>
    </div>
  );
}
