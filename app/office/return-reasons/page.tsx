import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { ButtonLink } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { checkTitle } from '@/lib/applications/preflight/checks';
import { reasonGroupNames } from '@/lib/applications/return-reasons/labels';
import { ownerOfNew, judgeReason } from '@/lib/applications/return-reasons/policy';
import { type OfficeReason, officeReasons } from '@/lib/applications/return-reasons/queries';
import { actorAs } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '退回原因' };

export default async function ReturnReasonsPage() {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'AUDITOR');
  const mayAdd = judgeReason(actor, 'keep', { associationId: ownerOfNew(actor) }).answer === 'yes';
  return (
    <div className="stack">
      <PageHead
        title="退回原因"
        lead="审查人员退回或不通过时从这里选择。每条原因或由一项自动检查在提交前发现，或写明只能由人判断。"
        actions={mayAdd ? <ButtonLink href="/office/return-reasons/new">增加原因</ButtonLink> : undefined}
      />
      <DataTable
        caption="退回原因"
        hideCaption
        columns={columns}
        rows={await officeReasons(actor)}
        rowKey={({ code }) => code}
        rowHref={({ code }) => `/office/return-reasons/${code}`}
      />
    </div>
  );
}

const columns: Column<OfficeReason>[] = [
  { key: 'label', title: '原因', lead: true, cell: ({ label }) => label },
  { key: 'group', title: '类别', nowrap: true, cell: ({ group }) => reasonGroupNames[group] ?? '' },
  {
    key: 'check',
    title: '由哪项检查发现',
    cell: ({ check }) => (check ? checkTitle(check) : <span className="text-ink-soft">{checkTitle(null)}</span>),
  },
  { key: 'owner', title: '使用范围', cell: ({ association }) => association?.name ?? '各协会通用' },
  {
    key: 'state',
    title: '状态',
    nowrap: true,
    cell: ({ isActive }) => (isActive ? <Tag tone="success">使用中</Tag> : <Tag>停用</Tag>),
  },
  { key: 'position', title: '顺序', numeric: true, cell: ({ position }) => position },
];
