import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Tag } from '@/components/ui/tag';
import { type OwnRole, ownRoles } from '@/lib/accounts/own-account';
import { roleNames } from '@/lib/kernel/actor';
import { pageActor } from '@/lib/web/page-actor';
import { AccountHead } from '../account-head';
import { resignAction, switchRoleAction } from './actions';

export const metadata: Metadata = { title: '身份' };

export default async function RolesPage() {
  const actor = await pageActor();
  const roles = await ownRoles(actor);
  return (
    <div className="page page-narrow">
      <AccountHead
        actor={actor}
        title="身份"
        current="/my/account/roles"
        lead="同一时间只用一个身份办事，页面和权限随身份变化；每次切换都有记录。"
      />
      <div className="stack">
        <h2 className="sr-only">您的身份</h2>
        <ul className="stack-small">
          {roles.map((role) => (
            <li key={role.grantId}>
              <RoleCard role={role} />
            </li>
          ))}
        </ul>
        <section className="stack-small">
          <h2>成为单位管理员</h2>
          <p>单位管理员代本单位人员上传盖章件。由本单位指定，所在省的协会核实后开通。</p>
          <ButtonLink href="/my/account/unit" variant="secondary">
            申请成为单位管理员
          </ButtonLink>
        </section>
      </div>
    </div>
  );
}

function RoleCard({ role }: { role: OwnRole }) {
  const { grantId, place, isCurrent, isWaiting } = role;
  const name = roleNames[role.role];
  return (
    <Card title={name} action={<RoleState role={role} />}>
      <p>{place ?? (grantId === 'applicant' ? '申报本人的认证' : '全系统')}</p>
      <div className="button-row mt-3">
        {isCurrent || isWaiting ? null : (
          <FormShell action={switchRoleAction} fields={{ grantId }}>
            <SubmitButton variant="secondary" size="small">
              {`切换为${name}`}
            </SubmitButton>
          </FormShell>
        )}
        {role.role === 'UNIT_ADMIN' ? <Resign grantId={grantId} isWaiting={isWaiting} /> : null}
      </div>
    </Card>
  );
}

function RoleState({ role: { isCurrent, isWaiting } }: { role: OwnRole }) {
  if (isCurrent) return <Tag tone="success">正在使用</Tag>;
  return isWaiting ? <Tag tone="warning">等待协会核实</Tag> : null;
}

function Resign({ grantId, isWaiting }: { grantId: string; isWaiting: boolean }) {
  const words = isWaiting ? '撤回申请' : '交回管理员身份';
  return (
    <ConfirmDialog
      id={`resign-${grantId}`}
      trigger={words}
      triggerVariant="secondary"
      triggerSize="small"
      title={`${words}？`}
    >
      <p>
        {isWaiting
          ? '协会将不再核实这份申请，以后可以重新申请。'
          : '交回后不能再办理本单位人员的申报。离岗或换人时，可以先在单位工作台的“管理员”页提名接任的人，协会核实后自动交接。'}
      </p>
      <FormShell action={resignAction} fields={{ grantId }}>
        <SubmitButton variant="danger">{words}</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}
