import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import type { InvoiceMove } from '@/lib/invoices/lifecycle';
import type { LoadedInvoice } from '@/lib/invoices/lock-invoice';
import { judgeInvoice } from '@/lib/invoices/policy';
import type { Actor } from '@/lib/kernel/actor';
import { dropReversalAction, officeAskAgainAction, officeReverseAction, recordReversedAction, retryReversalAction } from '../actions';

interface StepsProps {
  invoice: LoadedInvoice;
  actor: Actor;
}

/** What finance can do with this invoice now. */
export function InvoiceSteps({ invoice, actor }: StepsProps) {
  const may = (move: InvoiceMove): boolean => judgeInvoice(actor, move, invoice).answer === 'yes';
  const fields = { invoiceId: invoice.id };
  return (
    <>
      {may('ask_again') ? (
        <Card heading="h2" title="放回待开">
          <FormShell id="ask-again" action={officeAskAgainAction} fields={fields}>
            <p>付款人更正抬头以后，与其他待开发票一起再取出。</p>
            <SubmitButton>放回待开</SubmitButton>
          </FormShell>
        </Card>
      ) : null}
      {may('retry_reversal') ? (
        <Card heading="h2" title="再次办理红冲">
          <FormShell id="retry-reversal" action={retryReversalAction} fields={fields}>
            <p>处理好平台所说的原因以后，再向税务平台申请一次红字发票。</p>
            <SubmitButton>再次办理</SubmitButton>
          </FormShell>
        </Card>
      ) : null}
      {may('record_reversed') ? (
        <Card heading="h2" title="登记红字发票">
          <div className="stack">
            <FormShell id="record-reversed" action={recordReversedAction} fields={fields}>
              <p>
                {may('retry_reversal') ? '已在别处' : '在税务客户端'}对发票 {invoice.number} 开具红字发票后登记。
                {invoice.wanted ? '登记后按付款人的新抬头自动生成待开发票。' : ''}
              </p>
              <TextField name="redNumber" label="红字发票号码" hint="20 位数字" inputMode="numeric" autoComplete="off" width="half" />
              <SubmitButton>登记已红冲</SubmitButton>
            </FormShell>
            <Disclosure summary="不红冲了">
              <FormShell id="drop-reversal" action={dropReversalAction} fields={fields}>
                <TextField id="drop-reason" name="reason" label="原因" maxLength={200} />
                <SubmitButton variant="danger">撤销红冲</SubmitButton>
              </FormShell>
            </Disclosure>
          </div>
        </Card>
      ) : null}
      {may('ask_reversal') ? (
        <Disclosure summary="红冲这张发票">
          <FormShell id="ask-reversal" action={officeReverseAction} fields={fields}>
            <TextField name="reason" label="红冲原因" hint="例如：已全额退款" maxLength={200} />
            <SubmitButton variant="danger">转为红冲中</SubmitButton>
          </FormShell>
        </Disclosure>
      ) : null}
    </>
  );
}
