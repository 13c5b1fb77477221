import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FileLinks } from '@/components/invoices/file-links';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { invoiceableFen } from '@/lib/invoices/invoiceable';
import { officeInvoice } from '@/lib/invoices/invoice-queries';
import { invoiceKind, titleKindLabels } from '@/lib/invoices/labels';
import { invoiceLabels } from '@/lib/invoices/lifecycle';
import { longPlainDate, plainDate, tableDateTime } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { InvoiceState } from './invoice-state';
import { InvoiceSteps } from './invoice-steps';

export const metadata: Metadata = { title: '发票' };

interface Props {
  params: Promise<{ serial: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

type Shown = NonNullable<Awaited<ReturnType<typeof officeInvoice>>>;

export default async function OfficeInvoicePage({ params, searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const invoice = await officeInvoice(actor, (await params).serial);
  if (!invoice) notFound();
  const message = passedMessage(await searchParams);
  return (
    <div className="stack">
      <PageHead
        title={invoice.title}
        breadcrumb={[{ label: '发票', href: '/office/finance/invoices' }, { label: invoice.serial }]}
        tag={<StatusTag {...invoiceLabels[invoice.status]} />}
      />
      {message ? <Banner tone={message.tone} title={message.text} live /> : null}
      <InvoiceState invoice={invoice} />
      <Card heading="h2" title="发票信息">
        <KeyValue items={facts(invoice)} />
      </Card>
      {invoice.files.length > 0 ? (
        <Card heading="h2" title="发票文件">
          <FileLinks files={invoice.files} />
        </Card>
      ) : null}
      <InvoiceSteps invoice={invoice} actor={actor} />
    </div>
  );
}

function facts(invoice: Shown) {
  const { order, batch, number, issuedAt, issuedOn, redNumber, reversedAt, reversalReason } = invoice;
  const amount = invoice.amountFen > 0 ? invoice.amountFen : invoiceableFen(order);
  return [
    { term: '接收邮箱', value: invoice.email },
    { term: '发票类型', value: titleKindLabels[invoice.kind] },
    { term: '开票类型', value: invoiceKind },
    { term: '发票抬头', value: invoice.title },
    { term: '纳税人识别号', value: invoice.taxNumber || '—' },
    { term: '金额', value: <Money fen={amount} emphasis /> },
    { term: '流水号', value: invoice.serial },
    ...(invoice.takingSerial && invoice.takingSerial !== invoice.serial ? [{ term: '本次取出的流水号', value: invoice.takingSerial }] : []),
    { term: '订单', value: <TextLink href={`/office/finance/orders/${order.number}`}>{order.number}</TextLink> },
    { term: '付款人', value: order.unit?.name ?? order.person.name },
    { term: '申请', value: `${invoice.requestedByName}，${tableDateTime(invoice.requestedAt)}` },
    ...(batch
      ? [{ term: '批次', value: <TextLink href={`/office/finance/invoices/batches/${batch.number}`}>{batch.number}</TextLink> }]
      : []),
    ...(number && issuedAt ? [{ term: '发票号码', value: `${number}，${tableDateTime(issuedAt)} 登记` }] : []),
    ...(issuedOn ? [{ term: '开票日期', value: longPlainDate(plainDate(issuedOn)) }] : []),
    ...(reversalReason ? [{ term: '红冲原因', value: reversalReason }] : []),
    ...(redNumber && reversedAt ? [{ term: '红字发票号码', value: `${redNumber}，${tableDateTime(reversedAt)} 登记` }] : []),
  ];
}
