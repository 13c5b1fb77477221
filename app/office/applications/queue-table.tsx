import { FormShell } from '@/components/forms/form-shell';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusTag, Tag } from '@/components/ui/tag';
import type { QueuePage, QueueRow } from '@/lib/applications/office-queries';
import type { QueueFilters } from '@/lib/applications/office-schema';
import { levelNames } from '@/lib/catalogue/labels';
import { statuses } from '@/lib/applications/lifecycle';
import { toneOf } from '@/lib/applications/labels';
import { tableDateTime } from '@/lib/kernel/dates';
import { assignAction } from './actions';
import { queueHref } from './queue-href';

interface QueueTableProps {
  queue: QueuePage;
  filters: QueueFilters;
  now: Date;
  reviewers: { id: string; name: string }[];
}

export function QueueTable({ queue, filters, now, reviewers }: QueueTableProps) {
  const canAssign = reviewers.length > 0 && isBeforeDecision(filters);
  const table = (
    <DataTable
      caption="申报列表"
      hideCaption
      dense
      columns={columns(now)}
      rows={queue.rows}
      rowKey={(row) => row.id}
      rowHref={(row) => queueHref(filters, `/office/applications/${row.id}`)}
      select={
        canAssign ? { name: 'applicationId', label: (row) => `选择 ${row.person.name} ${row.number}` } : undefined
      }
      empty={<NothingHere filters={filters} />}
    />
  );
  if (!canAssign || queue.rows.length === 0) return table;
  return (
    <FormShell action={assignAction} resetOnDone>
      {table}
      <div className="form-inline">
        <SelectField
          name="assigneeId"
          label="把勾选的分配给"
          options={reviewers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton variant="secondary">分配</SubmitButton>
      </div>
    </FormShell>
  );
}

const emptyTitles: Record<QueueFilters['view'], string> = {
  waiting: '目前没有待审查的申报',
  mine: '您手上没有在审的申报',
  returned: '目前没有退回的申报',
  all: '还没有人提交申报',
};

const emptyHints: Record<QueueFilters['view'], string> = {
  waiting: '材料和缴费都完成的申报会自动排到这里。',
  mine: '在“待审查”中打开一份申报，点“领取审查”。',
  returned: '退回的申报在申请人改好重新提交之前列在这里。',
  all: '申请人确认信息并提交报名后，申报会列在这里。',
};

function NothingHere({ filters }: { filters: QueueFilters }) {
  const { view, page: _, ...wishes } = filters;
  const isFiltered = Object.values(wishes).some((wish) => wish !== undefined && wish !== '');
  if (isFiltered) return <EmptyState title="没有符合条件的申报">请换一个筛选条件，或清除条件看全部。</EmptyState>;
  return <EmptyState title={emptyTitles[view]}>{emptyHints[view]}</EmptyState>;
}

/** Rows that may change hands: waiting, my own, or a colleague's while he is away. */
const isBeforeDecision = ({ view, status }: QueueFilters): boolean =>
  view === 'waiting' || view === 'mine' || (view === 'all' && (status === 'COMPLETE' || status === 'UNDER_REVIEW'));

const dayMs = 24 * 60 * 60 * 1000;

function columns(now: Date): Column<QueueRow>[] {
  return [
    { key: 'name', title: '申请人', lead: true, cell: (row) => row.person.name },
    { key: 'number', title: '编号', nowrap: true, cell: (row) => row.number },
    { key: 'level', title: '级别', nowrap: true, cell: (row) => levelNames[row.level] },
    { key: 'unit', title: '单位', cell: (row) => row.unit?.name ?? '—' },
    {
      key: 'status',
      title: '状态',
      nowrap: true,
      cell: (row) => <StatusTag tone={toneOf(row.status)} label={statuses[row.status].staffSees} />,
    },
    { key: 'claimed', title: '审核人', nowrap: true, cell: (row) => row.claimedBy?.name ?? '—' },
    { key: 'since', title: '进入时间', nowrap: true, cell: (row) => tableDateTime(row.statusSince) },
    {
      key: 'age',
      title: '已等',
      nowrap: true,
      cell: (row) => <Age days={Math.floor((now.getTime() - row.statusSince.getTime()) / dayMs)} />,
    },
  ];
}

function Age({ days }: { days: number }) {
  const text = days < 1 ? '不到 1 天' : `${days} 天`;
  if (days >= 7) return <Tag tone="danger">{text}</Tag>;
  return days >= 3 ? <Tag tone="warning">{text}</Tag> : text;
}
