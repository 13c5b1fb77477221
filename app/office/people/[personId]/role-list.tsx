import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import type { managedPerson } from '@/lib/accounts/people-queries';
import { roleNames } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import { revokeRoleAction } from '../actions';

type Person = NonNullable<Awaited<ReturnType<typeof managedPerson>>>;
type Held = Person['roles'][number];

export function RoleList({ person }: { person: Person }) {
  return (
    <section className="stack-small">
      <h2>身份</h2>
      <DataTable
        caption="现在和以前的身份"
        hideCaption
        rows={person.roles}
        rowKey={({ grantId }) => grantId}
        columns={columns(person)}
        empty={<p>只是申请人，没有其他身份。</p>}
      />
    </section>
  );
}

const columns = (person: Person): Column<Held>[] => [
  { key: 'role', title: '身份', lead: true, cell: ({ role }) => roleNames[role] },
  { key: 'place', title: '协会或单位', cell: ({ place }) => place ?? '全系统' },
  { key: 'since', title: '授予时间', nowrap: true, cell: ({ grantedAt }) => tableDateTime(grantedAt) },
  { key: 'state', title: '状态', nowrap: true, cell: (held) => <State held={held} /> },
  {
    key: 'step',
    title: '办理',
    cell: (held) => (person.isSelf || held.revokedAt ? '—' : <Revoke held={held} name={person.name} />),
  },
];

function State({ held: { revokedAt, approvedAt } }: { held: Held }) {
  if (revokedAt) return <Tag>{`${tableDateTime(revokedAt)} 撤销`}</Tag>;
  return <Tag tone={approvedAt ? 'success' : 'warning'}>{approvedAt ? '有效' : '等待核实'}</Tag>;
}

function Revoke({ held, name }: { held: Held; name: string }) {
  const { grantId, role } = held;
  return (
    <ConfirmDialog
      id={`revoke-${grantId}`}
      trigger="撤销"
      triggerVariant="secondary"
      triggerSize="small"
      title={`撤销${name}的“${roleNames[role]}”身份？`}
    >
      <p>撤销立即生效，他在这个身份下打开的页面不能再用。本人会收到消息和原因。</p>
      <FormShell action={revokeRoleAction} fields={{ grantId }}>
        <TextArea name="note" id={`note-${grantId}`} label="原因" rows={2} maxCodePoints={500} />
        <SubmitButton variant="danger">撤销</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}
