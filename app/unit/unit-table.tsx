import { ButtonLink } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusTag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { toneOf } from '@/lib/applications/labels';
import { deadlineOf, isInHand } from '@/lib/applications/journey';
import { statuses } from '@/lib/applications/lifecycle';
import type { UnitApplicationRow } from '@/lib/applications/unit-queries';
import { levelNames } from '@/lib/catalogue/labels';
import { hasPassed, tableDateTime } from '@/lib/kernel/dates';

interface UnitTableProps {
  rows: UnitApplicationRow[];
  now: Date;
  view: 'stamp' | 'all';
  q: string;
}

export function UnitTable({ rows, now, view, q }: UnitTableProps) {
  return (
    <DataTable
      caption={view === 'stamp' ? '等待盖章上传的申报' : '本单位人员的全部申报'}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={columnsAt(now)}
      empty={<Nothing view={view} q={q} />}
    />
  );
}

const columnsAt = (now: Date): Column<UnitApplicationRow>[] => [
  { key: 'name', title: '姓名', lead: true, cell: ({ person }) => person.name },
  { key: 'number', title: '编号', nowrap: true, cell: ({ number }) => number },
  {
    key: 'item',
    title: '申报项目',
    cell: ({ cycle, level }) => `${cycle.cycleYear}年度 ${cycle.association.provinceName}${levelNames[level]}`,
  },
  {
    key: 'status',
    title: '状态',
    nowrap: true,
    cell: ({ status }) => <StatusTag tone={toneOf(status)} label={statuses[status].applicantSees} />,
  },
  { key: 'missing', title: '还缺', cell: (row) => missingOf(row) },
  { key: 'turn', title: '轮到谁', cell: (row) => <Turn row={row} now={now} /> },
  { key: 'stamp', title: '盖章件', cell: (row) => <Stamping row={row} /> },
];

/** In a word or two what the application still lacks. */
function missingOf({ status, hasMaterials, hasPayment }: UnitApplicationRow): string {
  if (!isInHand(status)) return '—';
  if (status === 'DRAFT') return '本人修改后重新提交';
  const missing = [...(hasMaterials ? [] : ['盖章件']), ...(hasPayment ? [] : ['缴费'])];
  return missing.join('、') || (status === 'RETURNED' ? '修改后的盖章件' : '—');
}

function Turn({ row, now }: { row: UnitApplicationRow; now: Date }) {
  const { status, cycle, cycleLevel } = row;
  const { turn } = statuses[status];
  if (turn === 'nobody') return '已办结';
  if (turn === 'association') return cycleLevel.deciderId === 'national' ? '全国协会' : '省级协会';
  const until = deadlineOf(row);
  const who = status === 'AWAITING_STAMP' || status === 'RETURNED' ? '本人或单位' : '本人';
  if (!until) return who;
  const isOver = hasPassed(now, until);
  return (
    <>
      {who}，{tableDateTime(until)} {isOver ? `（${cycle.name}已截止）` : '前'}
    </>
  );
}

function Stamping({ row: { id, stamping, person, formVersion } }: { row: UnitApplicationRow }) {
  if (stamping.answer === 'not_yet') {
    return (
      <>
        <span className="field-hint">{stamping.because}</span>
        {formVersion > 0 ? <PrintLink id={id} name={person.name} /> : null}
      </>
    );
  }
  if (stamping.answer === 'not_yours') return '—';
  return (
    <div className="button-row">
      <ButtonLink href={`/apply/${id}/submit`} size="small">
        上传盖章件<span className="sr-only">：{person.name}</span>
      </ButtonLink>
      <PrintLink id={id} name={person.name} />
    </div>
  );
}

function PrintLink({ id, name }: { id: string; name: string }) {
  return (
    <TextLink href={`/apply/${id}/print`} roomy>
      申报书<span className="sr-only">：{name}</span>
    </TextLink>
  );
}

function Nothing({ view, q }: { view: 'stamp' | 'all'; q: string }) {
  if (q) return <EmptyState title="没有找到">{`本单位没有姓名或编号含“${q}”的申报。`}</EmptyState>;
  if (view === 'all') {
    return <EmptyState title="本单位还没有人申报">本单位人员填写工作单位并保存后，会出现在这里。</EmptyState>;
  }
  return <EmptyState title="没有等待盖章的申报">本单位人员提交报名、打印申报书以后，会出现在这里。</EmptyState>;
}
