import { DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { consentDocumentOf } from '@/lib/accounts/consents';
import { dataRequestNames, requestStatusNames } from '@/lib/accounts/labels';
import type { ownConsents, ownDataRequests } from '@/lib/accounts/own-account';
import { tableDateTime } from '@/lib/kernel/dates';

type Consent = Awaited<ReturnType<typeof ownConsents>>[number];
type DataRequest = Awaited<ReturnType<typeof ownDataRequests>>[number];

export function ConsentTable({ consents }: { consents: Consent[] }) {
  return (
    <DataTable
      caption="同意的文件、版本和时间"
      hideCaption
      rows={consents}
      rowKey={({ id }) => id}
      empty={<p>还没有同意记录。</p>}
      columns={[
        {
          key: 'document',
          title: '文件',
          lead: true,
          cell: ({ document }) => consentDocumentOf(document)?.title ?? document,
        },
        { key: 'version', title: '版本', nowrap: true, cell: ({ version }) => version },
        { key: 'at', title: '同意时间', nowrap: true, cell: ({ at }) => tableDateTime(at) },
        {
          key: 'state',
          title: '状态',
          cell: ({ withdrawnAt }) =>
            withdrawnAt ? (
              <Tag tone="warning">{`${tableDateTime(withdrawnAt)} 撤回`}</Tag>
            ) : (
              <Tag tone="success">有效</Tag>
            ),
        },
      ]}
    />
  );
}

const tones = { OPEN: 'warning', GRANTED: 'success', REFUSED: 'danger' } as const;

export function RequestTable({ requests }: { requests: DataRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <DataTable
      caption="提交过的申请"
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', title: '事项', lead: true, cell: ({ kind }) => dataRequestNames[kind] },
        { key: 'at', title: '提交时间', nowrap: true, cell: ({ createdAt }) => tableDateTime(createdAt) },
        {
          key: 'state',
          title: '状态',
          cell: ({ status }) => <Tag tone={tones[status]}>{requestStatusNames[status]}</Tag>,
        },
        { key: 'note', title: '答复', cell: ({ decisionNote }) => decisionNote ?? '—' },
      ]}
    />
  );
}
