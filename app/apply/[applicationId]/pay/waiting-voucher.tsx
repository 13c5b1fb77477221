import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { TextLink } from '@/components/ui/text-link';
import { longDateTime, longPlainDate, plainDate } from '@/lib/kernel/dates';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { withdrawVoucherAction } from '../../../my/orders/actions';

/** Handed in, and now it is the turn of finance staff. */
export function WaitingVoucher({ order }: { order: LoadedOrder }) {
  const voucher = order.vouchers.find(({ status }) => status === 'UPLOADED');
  if (!voucher) return null;
  return (
    <>
      <Banner tone="info" title="转账凭证已提交，等待财务人员确认">
        {order.payee.name}的财务人员核对到账后确认，结果会发消息通知您。请不要再次付款。
      </Banner>
      <Card
        heading="h2"
        title="已提交的凭证"
        action={<TextLink href={`/api/files/${voucher.fileId}`}>下载凭证</TextLink>}
      >
        <KeyValue
          items={[
            { term: '付款户名', value: voucher.payerName },
            { term: '转账金额', value: <Money fen={voucher.amountFen} /> },
            { term: '付款日期', value: longPlainDate(plainDate(voucher.paidOn)) },
            { term: '提交时间', value: longDateTime(voucher.uploadedAt) },
          ]}
        />
        <div className="mt-4">
          <ConfirmDialog
            id="withdraw-voucher"
            trigger="撤回凭证"
            triggerVariant="secondary"
            triggerSize="small"
            title="撤回凭证"
          >
            <p>如果钱已经转出，请不要撤回。撤回后可以重新上传，或改为在线支付。</p>
            <FormShell action={withdrawVoucherAction} fields={{ orderId: order.id }}>
              <SubmitButton variant="danger">确认撤回</SubmitButton>
            </FormShell>
          </ConfirmDialog>
        </div>
      </Card>
    </>
  );
}
