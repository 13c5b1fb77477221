import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { setDisabledAction } from '../actions';

interface AccountStateProps {
  person: { id: string; name: string; disabledAt: Date | null; closedAt: Date | null };
}

/** Stopping an account that is shared, stolen or no longer used, and letting it go on. */
export function AccountState({ person: { id, name, disabledAt, closedAt } }: AccountStateProps) {
  if (closedAt) return null;
  const verb = disabledAt ? '恢复' : '停用';
  return (
    <section className="stack-small">
      <h2>账号状态</h2>
      <div>
        <ConfirmDialog
          id="account-state"
          trigger={`${verb}这个账号`}
          triggerVariant="secondary"
          title={`${verb}${name}的账号？`}
        >
          <p>
            {disabledAt
              ? '恢复后可以重新登录，原来的身份继续有效。'
              : '停用后立即退出所有设备，不能登录；申报和订单不受影响。'}
          </p>
          <FormShell action={setDisabledAction} fields={{ personId: id, disabled: disabledAt ? 'no' : 'yes' }}>
            <TextArea name="note" id="state-note" label="原因" rows={2} maxCodePoints={500} />
            <SubmitButton variant={disabledAt ? 'primary' : 'danger'}>{verb}</SubmitButton>
          </FormShell>
        </ConfirmDialog>
      </div>
    </section>
  );
}
