import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { CodedReason } from '@/lib/applications/decision-reasons';
import { outcomeWords } from '@/lib/applications/return-statistics/labels';
import type { Returned, ReturnFilters } from '@/lib/applications/return-statistics/queries';
import { levelNames } from '@/lib/catalogue/labels';
import { tableDateTime } from '@/lib/kernel/dates';
import { returnsHref } from './returns-href';

interface ReturnedApplicationsProps {
  returns: Returned[];
  reason: string;
  scope: ReturnFilters;
}

type Row = Omit<Returned, 'reasons'> & { given: CodedReason };

/** The applications that were returned for one reason. */
export function ReturnedApplications({ returns, reason, scope }: ReturnedApplicationsProps) {
  const rows = returns.flatMap(({ reasons, ...of }) =>
    reasons.filter(({ code }) => code === reason).map((given): Row => ({ ...of, given })),
  );
  const [first] = rows;
  if (!first) return <EmptyState title="没有以这条原因退回的申报" />;
  return (
    <section className="stack" aria-labelledby="returned-title">
      <h2 id="returned-title">以“{first.given.label}”退回的申报</h2>
      <p>
        <TextLink href={returnsHref(scope)}>收起，只看统计</TextLink>
      </p>
      <DataTable
        caption="退回的申报"
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={({ decisionId }) => decisionId}
        rowHref={({ applicationId }) => `/office/applications/${applicationId}`}
      />
    </section>
  );
}

const columns: Column<Row>[] = [
  { key: 'application', title: '申报', lead: true, cell: ({ number, personName }) => `${number} ${personName}` },
  { key: 'level', title: '级别', nowrap: true, cell: ({ level }) => levelNames[level] },
  { key: 'version', title: '版本', numeric: true, cell: ({ formVersion }) => `第 ${formVersion} 版` },
  { key: 'at', title: '退回时间', nowrap: true, cell: ({ decidedAt }) => tableDateTime(decidedAt) },
  { key: 'by', title: '审查人员', cell: ({ decidedByName }) => decidedByName },
  { key: 'note', title: '位置与说明', cell: ({ given }) => [given.place, given.note].filter(Boolean).join('：') || '—' },
  { key: 'said', title: '提交前的检查', cell: ({ given }) => outcomeWords(given.check, given.checkOutcome) },
];
