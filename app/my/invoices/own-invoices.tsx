import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { FileLinks } from '@/components/invoices/file-links';
import { InvoiceTable } from '@/components/invoices/invoice-table';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValue } from '@/components/ui/key-value';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { invoiceableFen } from '@/lib/invoices/invoiceable';
import { mailboxOf, ownInvoicedOrders } from '@/lib/invoices/invoice-queries';
import { titleKindLabels } from '@/lib/invoices/labels';
import type { InvoicedOrderRow } from '@/lib/invoices/lock-invoice';
import { keptTitles } from '@/lib/invoices/title-book';
import type { Actor } from '@/lib/kernel/actor';
import { longPlainDate, plainDate } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { askAgainAction, deleteInvoiceAction, forgetTitleAction } from './actions';

type OwnInvoice = InvoicedOrderRow['invoices'][number];

/** The payer's invoices as the notice lists them, the orders without one, and the titles he keeps. */
export async function OwnInvoices({ actor, path }: { actor: Actor; path: '/my/invoices' | '/unit/invoices' }) {
  const [orders, titles] = await Promise.all([ownInvoicedOrders(actor), keptTitles(actor)]);
  const rows = orders.flatMap((order) =>
    order.invoices.map((invoice) => ({
      ...invoice,
      email: mailboxOf(invoice),
      steps: <Steps invoice={invoice} leftFen={invoiceableFen(order)} href={`${path}/${order.number}`} />,
    })),
  );
  const open = orders.filter(({ status, invoices }) => status !== 'CLOSED' && status !== 'REFUNDED' && !invoices.some(isLive));
  return (
    <div className="stack">
      <InvoiceTable caption="发票" rows={rows} />
      {open.map(({ id, number, title }) => (
        <Card key={id} heading="h2" title={title}>
          <p>订单 {number} 还没有申请发票。</p>
          <div className="button-row">
            <ButtonLink href={`${path}/${number}`}>申请发票</ButtonLink>
          </div>
        </Card>
      ))}
      <section className="stack-small" aria-labelledby="titles-heading">
        <h2 id="titles-heading">常用抬头</h2>
        {titles.length === 0 ? <EmptyState title="还没有常用抬头">申请发票时填写的抬头会记在这里。</EmptyState> : null}
        {titles.map(({ id, kind, title, taxNumber, email }) => (
          <Card key={id} heading="h3" title={title}>
            <KeyValue
              items={[
                { term: '发票类型', value: titleKindLabels[kind] },
                { term: '纳税人识别号', value: taxNumber || '—' },
                { term: '接收邮箱', value: email },
              ]}
            />
            <FormShell id={`forget-${id}`} action={forgetTitleAction} fields={{ titleId: id }}>
              <SubmitButton variant="secondary">删除“{title}”</SubmitButton>
            </FormShell>
          </Card>
        ))}
      </section>
    </div>
  );
}

const isLive = ({ status }: OwnInvoice): boolean => status !== 'REVERSED';

function Steps({ invoice, leftFen, href }: { invoice: OwnInvoice; leftFen: number; href: string }) {
  const { id, status, title, number, redNumber, failure, issuedOn, amountFen, files } = invoice;
  if (status === 'REQUESTED') {
    return (
      <div className="button-row">
        <ButtonLink href={href} variant="secondary" size="small">
          修改
        </ButtonLink>
        <ConfirmDialog id={`delete-${id}`} trigger="删除" triggerVariant="secondary" triggerSize="small" title={`删除“${title}”的发票申请？`}>
          <p>还没有开具，删除后可以重新申请。</p>
          <FormShell id={`delete-form-${id}`} action={deleteInvoiceAction} fields={{ invoiceId: id }}>
            <SubmitButton variant="danger">删除申请</SubmitButton>
          </FormShell>
        </ConfirmDialog>
      </div>
    );
  }
  if (status === 'FAILED') {
    return (
      <div className="stack-small">
        <p>没有开成：{failure}</p>
        <FormShell id={`again-${id}`} action={askAgainAction} fields={{ invoiceId: id }}>
          <SubmitButton variant="secondary">更正后重新申请</SubmitButton>
        </FormShell>
      </div>
    );
  }
  return (
    <div className="stack-small">
      {number ? <p>发票号码 {number}</p> : null}
      {issuedOn && status === 'ISSUED' ? <p>{longPlainDate(plainDate(issuedOn))}开出</p> : null}
      {status === 'ISSUED' && amountFen !== leftFen ? (
        <p>
          需要红冲重开：发票 {yuan(amountFen)}，订单扣除退款后为 {yuan(leftFen)}。
        </p>
      ) : null}
      {redNumber ? <p>红字发票号码 {redNumber}</p> : null}
      <FileLinks files={files} />
      {status === 'ISSUED' ? <TextLink href={href}>红冲或重开</TextLink> : null}
      {status === 'ISSUING' ? <p>协会正在开具</p> : null}
    </div>
  );
}
