import type { Metadata } from 'next';
import { MyMenu } from '@/components/shell/my-menu';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { OwnInvoices } from './own-invoices';

export const metadata: Metadata = { title: '发票' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function MyInvoicesPage({ searchParams }: Props) {
  const actor = await actorAs('APPLICANT');
  const message = passedMessage(await searchParams);
  return (
    <div className="page">
      <MyMenu current="orders" />
      <PageHead
        title="发票"
        lead="缴费前后都可以申请，缴费后由协会开具电子普通发票。开出前可以修改或删除。"
        breadcrumb={[{ label: '我的订单', href: '/my/orders' }, { label: '发票' }]}
      />
      <div className="stack">
        {message ? <Banner tone={message.tone} title={message.text} live /> : null}
        <OwnInvoices actor={actor} path="/my/invoices" />
      </div>
    </div>
  );
}
