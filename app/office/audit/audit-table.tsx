import { type Column, DataTable } from '@/components/ui/data-table';
import { eventTitle } from '@/lib/applications/event-words';
import { isStatus, statuses } from '@/lib/applications/lifecycle';
import type { AuditRow } from '@/lib/audit/audit-queries';
import { roleNames } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import { orderStatusCodes, orderStatusLabel } from '@/lib/payments/labels';
import { noticeStatusLooks } from '../notices/notice-status';

interface AuditTableProps {
  events: AuditRow[];
  caption: string;
  /** What each chain of events is about; left out where the page itself says it. */
  subjects?: Map<string, string>;
}

export function AuditTable({ events, caption, subjects }: AuditTableProps) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      dense
      columns={subjects ? [...before, subjectColumn(subjects), ...after] : [...before, ...after]}
      rows={events}
      rowKey={(event) => String(event.id)}
    />
  );
}

const before: Column<AuditRow>[] = [
  { key: 'at', title: '时间', nowrap: true, cell: (event) => tableDateTime(event.at) },
  { key: 'what', title: '操作', lead: true, cell: (event) => eventTitle(event.name) },
];

const subjectColumn = (subjects: Map<string, string>): Column<AuditRow> => ({
  key: 'subject',
  title: '对象',
  cell: ({ stream }) => subjects.get(stream) ?? '系统',
});

const after: Column<AuditRow>[] = [
  { key: 'who', title: '操作人', cell: whoOf },
  { key: 'move', title: '状态变化', cell: changeOf },
  { key: 'note', title: '说明', cell: (event) => event.note ?? '—' },
  { key: 'chain', title: '校验值', nowrap: true, cell: (event) => <code>{event.hash.slice(0, 10)}</code> },
];

function whoOf({ actorName, actorRole }: AuditRow): string {
  return actorRole === 'SYSTEM' ? actorName : `${actorName}（${roleWords(actorRole)}）`;
}

const roleWords = (role: string): string => (role in roleNames ? roleNames[role as keyof typeof roleNames] : '其他');

function changeOf({ stream, fromStatus, toStatus }: AuditRow): string {
  if (!fromStatus || !toStatus || fromStatus === toStatus) return '—';
  return `${statusWords(stream, fromStatus)} → ${statusWords(stream, toStatus)}`;
}

/** The same code means one thing for an application and another for an order or a notice. */
function statusWords(stream: string, status: string): string {
  if (stream.startsWith('order:')) {
    const code = orderStatusCodes.find((known) => known === status);
    return code ? orderStatusLabel(code).label : '其他';
  }
  if (stream.startsWith('notice:')) {
    return status in noticeStatusLooks ? noticeStatusLooks[status as keyof typeof noticeStatusLooks].label : '其他';
  }
  return isStatus(status) ? statuses[status].staffSees : '其他';
}
