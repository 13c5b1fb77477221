import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { type ShownTitle, TitleFields } from '@/components/invoices/title-fields';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import { mailboxOf } from '@/lib/invoices/invoice-queries';
import { invoiceLabels } from '@/lib/invoices/lifecycle';
import type { InvoicedOrderRow } from '@/lib/invoices/lock-invoice';
import { type KeptTitle, keptTitles } from '@/lib/invoices/title-book';
import type { Actor } from '@/lib/kernel/actor';
import { amendInvoiceAction, requestInvoiceAction, reverseAndReplaceAction, reverseOnlyAction } from './actions';

interface Props {
  actor: Actor;
  order: InvoicedOrderRow;
  path: string;
  /** A kept title that the person chose. */
  chosen: string | undefined;
}

type OwnInvoice = InvoicedOrderRow['invoices'][number];

/** Ask for the invoice of an order, amend it, or have an issued one taken back. */
export async function OrderInvoice({ actor, order, path, chosen }: Props) {
  const titles = await keptTitles(actor);
  const invoice = order.invoices.find(({ status }) => status !== 'REVERSED');
  const shown = titles.find(({ id }) => id === chosen);
  if (!invoice) {
    if (order.status === 'CLOSED' || order.status === 'REFUNDED') return <Banner tone="info" title="订单已关闭或已全额退款，不能开票。" />;
    return (
      <Card heading="h2" title="申请发票">
        <KeptTitles titles={titles} path={path} />
        <FormShell id="request-invoice" action={requestInvoiceAction} fields={{ orderId: order.id }}>
          <TitleFields shown={shown ?? titles[0] ?? blank} />
          <SubmitButton>提交申请</SubmitButton>
        </FormShell>
      </Card>
    );
  }
  if (invoice.status === 'REQUESTED') {
    return (
      <Card heading="h2" title="修改发票申请">
        <KeptTitles titles={titles} path={path} />
        <FormShell id="amend-invoice" action={amendInvoiceAction} fields={{ invoiceId: invoice.id }}>
          <TitleFields shown={shown ?? titleOf(invoice)} />
          <SubmitButton>保存修改</SubmitButton>
        </FormShell>
      </Card>
    );
  }
  if (invoice.status !== 'ISSUED') {
    return <Banner tone="info" title={`这张发票${invoiceLabels[invoice.status].label}，现在不能修改。`} />;
  }
  return <Reverse invoice={invoice} shown={shown ?? titleOf(invoice)} />;
}

const blank: ShownTitle = { kind: '', title: '', taxNumber: '', email: '' };
const titleOf = (invoice: OwnInvoice): ShownTitle => ({ ...invoice, email: mailboxOf(invoice) });

function KeptTitles({ titles, path }: { titles: KeptTitle[]; path: string }) {
  if (titles.length === 0) return null;
  return (
    <div className="stack-small">
      <p>用常用抬头填写：</p>
      <ul>
        {titles.map(({ id, title }) => (
          <li key={id}>
            <TextLink href={`${path}?title=${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reverse({ invoice, shown }: { invoice: OwnInvoice; shown: ShownTitle }) {
  const fields = { invoiceId: invoice.id };
  return (
    <div className="stack">
      <Card heading="h2" title="红冲并重开">
        <FormShell id="reverse-and-replace" action={reverseAndReplaceAction} fields={fields}>
          <p>发票 {invoice.number} 红冲后，按下面的信息重新开具一张。</p>
          <TextField id="replace-reason" name="reason" label="红冲原因" hint="例如：抬头有误" maxLength={200} />
          <TitleFields shown={shown} />
          <SubmitButton>申请红冲并重开</SubmitButton>
        </FormShell>
      </Card>
      <Disclosure summary="只红冲，不再开票">
        <FormShell id="reverse-only" action={reverseOnlyAction} fields={fields}>
          <TextField id="only-reason" name="reason" label="红冲原因" hint="例如：已退款" maxLength={200} />
          <SubmitButton variant="danger">申请红冲</SubmitButton>
        </FormShell>
      </Disclosure>
    </div>
  );
}
