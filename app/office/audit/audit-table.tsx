import { type Column, DataTable } from '@/components/ui/data-table';
import { accountEventNames } from '@/lib/accounts/labels';
import { eventNames } from '@/lib/applications/labels';
import { isStatus, statuses } from '@/lib/applications/lifecycle';
import { isMoveName, moves } from '@/lib/applications/moves';
import type { AuditRow } from '@/lib/audit/audit-queries';
import { roleNames } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import { unitEventNames } from '@/lib/units/labels';

export function AuditTable({ events, caption }: { events: AuditRow[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      dense
      columns={columns}
      rows={events}
      rowKey={(event) => String(event.id)}
    />
  );
}

const columns: Column<AuditRow>[] = [
  { key: 'at', title: '时间', nowrap: true, cell: (event) => tableDateTime(event.at) },
  { key: 'what', title: '操作', lead: true, cell: nameOf },
  {
    key: 'who',
    title: '操作人',
    cell: (event) => `${event.actorName}（${roleNames[event.actorRole as keyof typeof roleNames] ?? event.actorRole}）`,
  },
  { key: 'move', title: '状态变化', cell: changeOf },
  { key: 'note', title: '说明', cell: (event) => event.note ?? '—' },
  { key: 'chain', title: '校验', nowrap: true, cell: (event) => <code>{event.hash.slice(0, 10)}</code> },
];

function nameOf({ name }: AuditRow): string {
  return isMoveName(name) ? moves[name].label : (eventNames[name] ?? accountEventNames[name] ?? unitEventNames[name] ?? name);
}

function changeOf({ fromStatus, toStatus }: AuditRow): string {
  if (!fromStatus || !toStatus) return '—';
  return `${statusLabel(fromStatus)} → ${statusLabel(toStatus)}`;
}

const statusLabel = (status: string): string => (isStatus(status) ? statuses[status].staffSees : status);
