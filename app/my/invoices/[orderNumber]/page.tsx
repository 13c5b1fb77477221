import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MyMenu } from '@/components/shell/my-menu';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ownInvoicedOrder } from '@/lib/invoices/invoice-queries';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { OrderInvoice } from '../order-invoice';

export const metadata: Metadata = { title: '订单的发票' };

interface Props {
  params: Promise<{ orderNumber: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function MyInvoicePage({ params, searchParams }: Props) {
  const actor = await actorAs('APPLICANT');
  const order = await ownInvoicedOrder(actor, (await params).orderNumber);
  if (!order) notFound();
  const query = await searchParams;
  const message = passedMessage(query);
  const chosen = typeof query.title === 'string' ? query.title : undefined;
  return (
    <div className="page">
      <MyMenu current="orders" />
      <PageHead
        title="订单的发票"
        lead={`${order.title}，订单 ${order.number}`}
        breadcrumb={[{ label: '我的订单', href: '/my/orders' }, { label: '发票', href: '/my/invoices' }, { label: order.number }]}
      />
      <div className="stack">
        {message ? <Banner tone={message.tone} title={message.text} live /> : null}
        <OrderInvoice actor={actor} order={order} path={`/my/invoices/${order.number}`} chosen={chosen} />
      </div>
    </div>
  );
}
