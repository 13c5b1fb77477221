import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OwnInvoices } from '@/app/my/invoices/own-invoices';
import { Banner } from '@/components/ui/banner';
import { ownUnit } from '@/lib/units/unit-queries';
import { unitActor } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { UnitHead } from '../unit-head';

export const metadata: Metadata = { title: '单位发票' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UnitInvoicesPage({ searchParams }: Props) {
  const actor = await unitActor();
  const unit = await ownUnit(actor);
  if (!unit) notFound();
  const message = passedMessage(await searchParams);
  return (
    <div className="page">
      <UnitHead unit={unit} current="/unit/invoices" />
      <div className="stack">
        {message ? <Banner tone={message.tone} title={message.text} live /> : null}
        <OwnInvoices actor={actor} path="/unit/invoices" />
      </div>
    </div>
  );
}
