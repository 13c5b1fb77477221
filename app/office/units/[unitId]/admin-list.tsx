import { FormShell } from '@/components/forms/form-shell';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { longDateTime } from '@/lib/kernel/dates';
import type { officeUnit } from '@/lib/units/unit-queries';
import { decideUnitAdminAction, revokeUnitAdminAction } from '../actions';

type Admin = NonNullable<Awaited<ReturnType<typeof officeUnit>>>['admins'][number];

export function AdminList({ admins, isUnitApproved }: { admins: Admin[]; isUnitApproved: boolean }) {
  return (
    <section className="stack-small" id="admins">
      <h2>单位管理员</h2>
      {admins.length === 0 ? <EmptyState title="还没有管理员">单位人员可以在“身份”页申请。</EmptyState> : null}
      {admins.map((admin) => (
        <Card
          key={admin.id}
          title={`${admin.name}（${admin.mobile}）`}
          action={<Tag tone={admin.approvedAt ? 'success' : 'warning'}>{admin.approvedAt ? '在任' : '等待核实'}</Tag>}
        >
          <div className="stack-small">
            <p className="field-hint">
              {admin.approvedAt ? `${longDateTime(admin.approvedAt)} 开通` : `${longDateTime(admin.grantedAt)} 申请`}
            </p>
            {admin.note ? <p className="whitespace-pre-line">申请说明：{admin.note}</p> : null}
            {admin.isDisabled ? <p>这个账号已停用，不能登录办理。</p> : null}
            <TakingOver admin={admin} />
            <AdminSteps admin={admin} isUnitApproved={isUnitApproved} others={othersOf(admin, admins)} />
          </div>
        </Card>
      ))}
    </section>
  );
}

/** Those whose task could end when this one's begins. */
const othersOf = (admin: Admin, admins: Admin[]): Admin[] =>
  admins.filter(({ id, approvedAt, isOwn }) => approvedAt && id !== admin.id && !isOwn);

function TakingOver({ admin: { approvedAt, replaces, takesOver } }: { admin: Admin }) {
  if (approvedAt || (!replaces && !takesOver)) return null;
  return (
    <p>
      {replaces
        ? `由${replaces.name}提名接任；通过后，${replaces.name}的管理员身份同时结束。`
        : '本人说明是接替已离岗的管理员，请核实并选择结束谁的身份。'}
    </p>
  );
}

interface AdminStepsProps {
  admin: Admin;
  isUnitApproved: boolean;
  others: Admin[];
}

function AdminSteps({ admin, isUnitApproved, others }: AdminStepsProps) {
  if (admin.isOwn) return <p>这是您自己的身份，请由其他工作人员办理。</p>;
  if (admin.approvedAt) return <Revoke admin={admin} />;
  if (!isUnitApproved) return <p>请先核实单位，再办理管理员申请。</p>;
  return (
    <FormShell action={decideUnitAdminAction} fields={{ grantId: admin.id }} id={`decide-${admin.id}`}>
      <RadioGroup
        name="decision"
        id={`decision-${admin.id}`}
        label="核实结果"
        inline
        options={[
          { value: 'approve', label: '通过' },
          { value: 'reject', label: '不通过' },
        ]}
      />
      <TextArea
        name="note"
        id={`note-${admin.id}`}
        label="核实的依据或原因"
        hint="例如：某日致电单位人事处核实。"
        rows={2}
      />
      {others.length > 0 ? (
        <SelectField
          name="endsGrantId"
          id={`ends-${admin.id}`}
          label="通过时，同时结束谁的管理员身份"
          placeholder="不结束，由几位管理员共同办理"
          options={others.map(({ id, name, mobile }) => ({ value: id, label: `${name}（${mobile}）` }))}
          defaultValue={admin.replaces?.grantId}
        />
      ) : null}
      <SubmitButton size="small">保存结果</SubmitButton>
    </FormShell>
  );
}

function Revoke({ admin }: { admin: Admin }) {
  return (
    <ConfirmDialog
      id={`revoke-${admin.id}`}
      trigger="撤销管理员身份"
      triggerVariant="secondary"
      triggerSize="small"
      title={`撤销${admin.name}的管理员身份？`}
    >
      <p>撤销立即生效，他不能再办理本单位人员的申报。接任的人需要重新申请。</p>
      <FormShell action={revokeUnitAdminAction} fields={{ grantId: admin.id }}>
        <TextArea
          name="note"
          id={`revoke-note-${admin.id}`}
          label="原因"
          hint="例如：已离岗，单位更换管理员。"
          rows={2}
        />
        <SubmitButton variant="danger">撤销</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}
