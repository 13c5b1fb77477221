import { ContactBlocks } from '@/components/catalogue/contact-blocks';
import { DateField } from '@/components/forms/date-field';
import { FormShell } from '@/components/forms/form-shell';
import { MoneyField } from '@/components/forms/money-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { UploadBox } from '@/components/forms/upload-box';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { storedContacts, storedTexts } from '@/lib/catalogue/schema';
import { purposeRules } from '@/lib/files/purposes';
import type { Actor } from '@/lib/kernel/actor';
import { yuan, yuanAsTyped } from '@/lib/kernel/money';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { looseVoucherFiles } from '@/lib/payments/queries';
import { removeVoucherFileAction, uploadVoucherAction, voucherUploadedAction } from './actions';

const { maxBytes } = purposeRules.PAYMENT_VOUCHER;

type LooseFile = Awaited<ReturnType<typeof looseVoucherFiles>>[number];

/** Transfer first, then the voucher: file, then three facts about it. */
export async function OfflineTransfer({ order, actor }: { order: LoadedOrder; actor: Actor }) {
  const files = await looseVoucherFiles(actor, order);
  const refused = order.vouchers.find(({ status }) => status === 'REFUSED');
  const isLatest = refused && order.vouchers[0]?.id === refused.id;
  return (
    <>
      {isLatest ? (
        <Banner tone="danger" title="上次的转账凭证被退回">
          {refused.note}
        </Banner>
      ) : null}
      <Card heading="h2" title="方式二：线下转账">
        <div className="stack-small">
          <p>从银行转账，再上传凭证；财务人员核对到账后确认，一般需要几个工作日。</p>
          <Disclosure summary="收款账户，上传凭证" open={files.length > 0 || isLatest}>
            <TransferSteps order={order} files={files} />
          </Disclosure>
        </div>
      </Card>
    </>
  );
}

function TransferSteps({ order, files }: { order: LoadedOrder; files: LooseFile[] }) {
  return (
    <div className="stack">
      <Account order={order} />
      <UploadBox
        label="第一步：上传转账凭证"
        hint={`银行回单或转账成功的截图，PDF、JPG 或 PNG，不超过 ${maxBytes / 1024 / 1024} MB`}
        endpoint="/api/uploads"
        purpose="PAYMENT_VOUCHER"
        metadata={order.applicationId ? { applicationId: order.applicationId } : {}}
        accept={['application/pdf', 'image/jpeg', 'image/png']}
        acceptText="PDF、JPG 或 PNG"
        maxBytes={maxBytes}
        existing={files.map(({ id, name, bytes }) => ({
          id,
          name,
          size: bytes,
          state: 'ready',
          previewHref: `/api/files/${id}?page=1&size=small`,
          downloadHref: `/api/files/${id}`,
        }))}
        onUploaded={voucherUploadedAction}
        onRemove={removeVoucherFileAction.bind(null, order.id)}
        fallbackAction="/api/uploads/form"
        capture
      />
      <VoucherForm order={order} fileId={files[0]?.id} />
    </div>
  );
}

function Account({ order }: { order: LoadedOrder }) {
  const { transferAccount } = storedTexts.parse(order.cycle.texts);
  return (
    <div className="stack-small">
      <p>
        请转账 <strong>{yuan(order.totalFen)}</strong>，附言写订单编号 <strong>{order.number}</strong>。
      </p>
      {transferAccount ? (
        <p className="whitespace-pre-line">{transferAccount}</p>
      ) : (
        <>
          <p>收款账户请向协会的联系人确认，不要向其他任何单位或个人转账。</p>
          <ContactBlocks contacts={storedContacts.parse(order.cycle.contacts)} />
        </>
      )}
    </div>
  );
}

function VoucherForm({ order, fileId }: { order: LoadedOrder; fileId: string | undefined }) {
  return (
    <section className="stack-small">
      <h3>第二步：填写付款信息</h3>
      {fileId ? (
        <FormShell action={uploadVoucherAction} fields={{ orderId: order.id, fileId }}>
          <TextField name="payerName" label="付款户名" hint="转出账户的户名，单位付款的填单位全称" autoComplete="off" />
          <DateField name="paidOn" label="付款日期" />
          <MoneyField name="amount" label="转账金额" defaultValue={yuanAsTyped(order.totalFen)} />
          <SubmitButton>提交凭证</SubmitButton>
        </FormShell>
      ) : (
        <p className="text-ink-soft">上传凭证后填写。</p>
      )}
    </section>
  );
}
