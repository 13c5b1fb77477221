import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { type InvoiceOfBatch, officeBatch } from '@/lib/invoices/invoice-queries';
import { invoiceLabels } from '@/lib/invoices/lifecycle';
import { tableDateTime } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';

export const metadata: Metadata = { title: '开票批次' };

interface Props {
  params: Promise<{ batchNumber: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const invoices = '/office/finance/invoices';

export default async function InvoiceBatchPage({ params, searchParams }: Props) {
  const actor = await actorAs('FINANCE');
  const batch = await officeBatch(actor, (await params).batchNumber);
  if (!batch) notFound();
  const isByPlatform = batch.way === 'PLATFORM';
  const message = passedMessage(await searchParams);
  return (
    <div className="stack">
      <PageHead title={`开票批次 ${batch.number}`} breadcrumb={[{ label: '发票', href: invoices }, { label: batch.number }]} />
      {message ? <Banner tone={message.tone} title={message.text} live /> : null}
      <Card heading="h2" title={isByPlatform ? '交给税务平台开具' : '交给税务客户端的表格'}>
        <KeyValue
          items={[
            { term: '项目名称', value: batch.itemName },
            { term: '税收分类编码', value: batch.itemCode },
            { term: '税率', value: batch.taxRate },
            ...(isByPlatform ? [{ term: '销售方纳税人识别号', value: batch.sellerTaxNumber }] : []),
            { term: isByPlatform ? '交出' : '取出', value: `${batch.madeByName}，${tableDateTime(batch.madeAt)}` },
          ]}
        />
        {isByPlatform ? null : (
          <div className="button-row">
            <ButtonLink href={`${invoices}/batches/${batch.number}/file`}>下载表格（XLSX）</ButtonLink>
          </div>
        )}
      </Card>
      <DataTable
        caption="本批发票"
        dense
        columns={columns}
        rows={batch.invoices}
        rowKey={({ id }) => id}
        rowHref={({ serial }) => `${invoices}/${serial}`}
      />
    </div>
  );
}

const columns: Column<InvoiceOfBatch>[] = [
  { key: 'serial', title: '流水号', lead: true, nowrap: true, cell: ({ serial }) => serial },
  { key: 'title', title: '发票抬头', cell: ({ title }) => title },
  { key: 'amount', title: '金额', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  { key: 'status', title: '开票状态', nowrap: true, cell: ({ status }) => <StatusTag {...invoiceLabels[status]} /> },
  { key: 'number', title: '发票号码', nowrap: true, cell: ({ number }) => number ?? '—' },
];
