import { FormShell } from '@/components/forms/form-shell';
import { MoneyField } from '@/components/forms/money-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { PagePictures, pageNumbers } from '@/components/ui/page-pictures';
import { StatusTag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { plainDate, tableDateTime } from '@/lib/kernel/dates';
import { yuanAsTyped } from '@/lib/kernel/money';
import type { FinanceOrder, VoucherFile } from '@/lib/payments/finance-queries';
import { voucherLabels } from '@/lib/payments/labels';
import { confirmVoucherAction, refuseVoucherAction } from '../../actions';

type Voucher = FinanceOrder['vouchers'][number];

interface VoucherDeskProps {
  order: FinanceOrder;
  files: Map<string, VoucherFile>;
  mayDecide: boolean;
}

/** The voucher's pictures beside what the payer said of it, with the decision below. */
export function VoucherDesk({ order, files, mayDecide }: VoucherDeskProps) {
  const [latest, ...earlier] = order.vouchers;
  if (!latest) return null;
  const isOpen = latest.status === 'UPLOADED';
  return (
    <section className="stack" aria-labelledby="voucher-title">
      <h2 id="voucher-title">转账凭证</h2>
      <div className="review-panes">
        <div className="stack">
          <VoucherCard voucher={latest} file={files.get(latest.fileId)} />
          {isOpen && mayDecide ? <Confirm voucher={latest} order={order} /> : null}
          {isOpen && mayDecide ? <Refuse voucher={latest} /> : null}
        </div>
        <Pictures file={files.get(latest.fileId)} />
      </div>
      {earlier.length > 0 ? (
        <Disclosure summary={`更早的 ${earlier.length} 份凭证`}>
          <div className="stack">
            {earlier.map((voucher) => (
              <VoucherCard key={voucher.id} voucher={voucher} file={files.get(voucher.fileId)} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </section>
  );
}

function VoucherCard({ voucher, file }: { voucher: Voucher; file: VoucherFile | undefined }) {
  const decided = voucher.decidedAt
    ? [
        { term: '处理', value: `${voucher.decidedByName ?? '申请人'}，${tableDateTime(voucher.decidedAt)}` },
        { term: '银行流水号', value: voucher.bankReference ?? '—' },
        ...(voucher.note ? [{ term: '退回原因', value: voucher.note }] : []),
      ]
    : [];
  return (
    <Card title="付款人填写" action={<StatusTag {...voucherLabels[voucher.status]} />}>
      <KeyValue
        items={[
          { term: '付款户名', value: voucher.payerName },
          { term: '转账金额', value: <Money fen={voucher.amountFen} emphasis /> },
          { term: '付款日期', value: plainDate(voucher.paidOn) },
          { term: '提交时间', value: tableDateTime(voucher.uploadedAt) },
          ...decided,
        ]}
      />
      {file ? <TextLink href={`/api/files/${file.id}`}>下载原件</TextLink> : null}
    </Card>
  );
}

function Pictures({ file }: { file: VoucherFile | undefined }) {
  if (!file) return null;
  return (
    <PagePictures
      pages={pageNumbers(file.pages).map((page) => ({
        src: `/api/files/${file.id}?page=${page}`,
        alt: `转账凭证第 ${page} 页`,
        caption: `第 ${page} 页`,
      }))}
    />
  );
}

function Confirm({ voucher, order }: { voucher: Voucher; order: FinanceOrder }) {
  return (
    <Card title="确认到账">
      {voucher.foundByName && voucher.foundAt ? (
        <Banner tone="info" title={`${voucher.foundByName}已在 ${tableDateTime(voucher.foundAt)} 确认`}>
          金额较大，要由另一位财务人员查到同一笔到账后再确认一次；流水号登记错了的，由{voucher.foundByName}用正确的流水号重新确认。
        </Banner>
      ) : null}
      <FormShell id="confirm-voucher" action={confirmVoucherAction} fields={{ voucherId: voucher.id }}>
        <TextField
          name="bankReference"
          label="银行流水号"
          hint="银行账户明细中这笔到账的流水号；一笔到账只能确认一个订单"
          autoComplete="off"
        />
        <MoneyField name="arrived" label="到账金额" defaultValue={yuanAsTyped(order.totalFen)} />
        <SubmitButton>确认到账</SubmitButton>
      </FormShell>
    </Card>
  );
}

function Refuse({ voucher }: { voucher: Voucher }) {
  return (
    <Disclosure summary="退回凭证">
      <FormShell id="refuse-voucher" action={refuseVoucherAction} fields={{ voucherId: voucher.id }}>
        <TextArea
          name="note"
          label="退回原因"
          hint="申请人会看到，例如：没有查到这笔转账"
          rows={3}
          maxCodePoints={300}
        />
        <TextField
          id="refused-reference"
          name="bankReference"
          label="银行流水号"
          hint="款项已到账但金额不符时填写，列入待处理款项"
          optional
          autoComplete="off"
        />
        <MoneyField id="refused-arrived" name="arrived" label="到账金额" optional />
        <SubmitButton variant="danger">退回凭证</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}
