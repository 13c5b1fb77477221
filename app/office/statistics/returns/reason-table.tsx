import { type Column, DataTable } from '@/components/ui/data-table';
import type { ReturnFilters } from '@/lib/applications/return-statistics/queries';
import { type ReasonTally, sumOf } from '@/lib/applications/return-statistics/tally-returns';
import { returnsHref } from './returns-href';

/** Every reason with what its check had said; the last row is the sum. */
export function ReasonTable({ tallies, filters }: { tallies: ReasonTally[]; filters: ReturnFilters }) {
  return (
    <>
      <DataTable
        caption="各项原因与检查结果"
        columns={columns}
        rows={[...tallies, sumOf(tallies)]}
        rowKey={({ code }) => code}
        rowHref={({ code }) => returnsHref({ ...filters, reason: code === 'ALL' ? undefined : code })}
      />
      <p className="field-hint">
        检查能够看出的，是提交前检查已经提示、或运行过而没有发现的；没有运行的和只能由人判断的不算在内。点原因查看具体的申报。
      </p>
    </>
  );
}

const columns: Column<ReasonTally>[] = [
  { key: 'label', title: '原因', lead: true, cell: ({ label }) => label },
  { key: 'times', title: '次数', numeric: true, cell: ({ times }) => times },
  { key: 'warned', title: '已提示', numeric: true, cell: ({ warned }) => warned },
  { key: 'passed', title: '没有发现', numeric: true, cell: ({ passed }) => passed },
  { key: 'notRun', title: '没有运行', numeric: true, cell: ({ notRun }) => notRun },
  { key: 'people', title: '只能由人判断', numeric: true, cell: ({ onlyPeople }) => onlyPeople },
  { key: 'couldSee', title: '检查能够看出', numeric: true, cell: ({ couldSee }) => couldSee },
  { key: 'share', title: '占比', numeric: true, cell: ({ share }) => `${Math.round(share * 100)}%` },
];
