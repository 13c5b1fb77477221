import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { PageHead } from '@/components/shell/page-head';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { staffList } from '@/lib/accounts/people-queries';
import { roleNames } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';
import { findPersonAction } from './actions';

export const metadata: Metadata = { title: '人员与角色' };

export default async function PeoplePage() {
  const actor = await actorAs('SYSTEM_ADMIN');
  const staff = await staffList(actor);
  return (
    <div className="stack">
      <PageHead
        title="人员与角色"
        lead="用完整的手机号或证件号码查找账号，授予或撤销工作身份。不能办理自己的，每次办理都有记录。"
      />
      <FormShell action={findPersonAction}>
        <div className="form-inline">
          <TextField name="account" label="手机号或证件号码" autoComplete="off" maxLength={40} width="half" />
          <SubmitButton variant="secondary" pendingText="正在查找…">
            查找
          </SubmitButton>
        </div>
      </FormShell>
      <section className="stack-small">
        <h2>现有工作人员</h2>
        <DataTable
          caption="现有工作人员和他们的身份"
          hideCaption
          dense
          rows={staff}
          rowKey={({ id }) => id}
          rowHref={({ person }) => `/office/people/${person.id}`}
          empty={<EmptyState title="还没有工作人员" />}
          columns={[
            { key: 'name', title: '姓名', lead: true, cell: ({ person }) => person.name },
            { key: 'role', title: '身份', nowrap: true, cell: ({ role }) => roleNames[role] },
            { key: 'association', title: '协会', cell: ({ association }) => association?.name ?? '全系统' },
            { key: 'at', title: '授予时间', nowrap: true, cell: ({ grantedAt }) => tableDateTime(grantedAt) },
          ]}
        />
      </section>
    </div>
  );
}
