import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { deviceName } from '@/lib/accounts/device-name';
import { ownSessions } from '@/lib/accounts/own-account';
import { now } from '@/lib/clock';
import { tableDateTime } from '@/lib/kernel/dates';
import { pageActor } from '@/lib/web/page-actor';
import { AccountHead } from '../account-head';
import { endSessionAction } from '../actions';

export const metadata: Metadata = { title: '登录设备' };

export default async function DevicesPage() {
  const actor = await pageActor();
  const sessions = await ownSessions(actor, now());
  return (
    <div className="page page-narrow">
      <AccountHead
        actor={actor}
        title="登录设备"
        current="/my/account/devices"
        lead="看到不认识的设备，请退出它，并马上修改密码。"
      />
      <div className="stack">
        <DataTable
          caption="现在登录着的设备"
          hideCaption
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'device',
              title: '设备',
              lead: true,
              cell: ({ userAgent, isCurrent }) => (
                <>
                  {deviceName(userAgent)} {isCurrent ? <Tag tone="success">本机</Tag> : null}
                </>
              ),
            },
            { key: 'ip', title: '网络地址', cell: ({ ip }) => ip || '不详' },
            { key: 'since', title: '登录时间', nowrap: true, cell: ({ createdAt }) => tableDateTime(createdAt) },
            { key: 'seen', title: '最近使用', nowrap: true, cell: ({ lastSeenAt }) => tableDateTime(lastSeenAt) },
          ]}
        />
        {sessions.length > 1 ? (
          <FormShell action={endSessionAction} fields={{ sessionId: 'others' }}>
            <SubmitButton variant="secondary">退出其他设备</SubmitButton>
          </FormShell>
        ) : (
          <p>没有其他设备登录着这个账号。</p>
        )}
      </div>
    </div>
  );
}
