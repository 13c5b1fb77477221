import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import type { Actor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import { judgeRefund, type RefundAbility } from '@/lib/payments/refunds/policy';
import type { FinanceRefund } from '@/lib/payments/refunds/refund-queries';
import { approveRefundAction, retryRefundAction, returnByHandAction, withdrawRefundAction } from '../actions';

interface StepsProps {
  refund: FinanceRefund;
  actor: Actor;
}

/** What can be done about a refund now, and why it cannot. */
export function RefundSteps({ refund, actor }: StepsProps) {
  const may = (ability: RefundAbility) => judgeRefund(actor, ability, refund);
  const fields = { refundId: refund.id };
  return (
    <>
      {refund.status === 'PROPOSED' ? <Decide refund={refund} actor={actor} /> : null}
      {may('retry').answer === 'yes' ? (
        <Card heading="h2" title="重新提交支付平台">
          <FormShell id="retry-refund" action={retryRefundAction} fields={fields}>
            <p>原因排除后再提交。退款单号不变，支付平台不会重复退款。</p>
            <SubmitButton>重新发起退款</SubmitButton>
          </FormShell>
        </Card>
      ) : null}
      {may('return_by_hand').answer === 'yes' ? (
        <Card heading="h2" title="登记银行转账退款">
          <FormShell id="return-by-hand" action={returnByHandAction} fields={fields}>
            <p>
              先从协会账户把 {yuan(refund.amountFen)} 转回付款人的原付款账户，再登记银行流水号。登记后不能再由支付平台退款。
            </p>
            <TextField
              name="bankReference"
              label="银行流水号"
              hint="这笔转出的流水号；一个流水号只能登记一笔退款"
              autoComplete="off"
            />
            <SubmitButton>登记已转账</SubmitButton>
          </FormShell>
        </Card>
      ) : null}
    </>
  );
}

function Decide({ refund, actor }: StepsProps) {
  const approve = judgeRefund(actor, 'approve', refund);
  if (approve.answer === 'not_yours') return null;
  const fields = { refundId: refund.id };
  return (
    <Card heading="h2" title="复核">
      <div className="stack">
        {approve.answer === 'yes' ? (
          <FormShell id="approve-refund" action={approveRefundAction} fields={fields}>
            <p>批准后款项即应退给付款人，{refund.provider === 'bank' ? '由财务人员转账' : '系统随即提交支付平台'}，不能撤回。</p>
            <SubmitButton>批准退款 {yuan(refund.amountFen)}</SubmitButton>
          </FormShell>
        ) : (
          <Banner tone="info" title="等待另一位财务人员复核">
            {approve.because}
          </Banner>
        )}
        <Disclosure summary={approve.answer === 'yes' ? '不同意退款' : '撤销这笔退款'}>
          <FormShell id="withdraw-refund" action={withdrawRefundAction} fields={fields}>
            <TextArea name="reason" label="原因" rows={2} maxCodePoints={300} />
            <SubmitButton variant="danger">撤销退款</SubmitButton>
          </FormShell>
        </Disclosure>
      </div>
    </Card>
  );
}
