import { Banner } from '@/components/ui/banner';
import { DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import type { BatchOnPage } from '@/lib/applications/batch/batch-page';
import { longDateTime } from '@/lib/kernel/dates';

type Attestation = BatchOnPage['batch']['attestations'][number];

const outcomes = {
  WAITING: { tone: 'info', words: '正在提交' },
  DONE: { tone: 'success', words: '已提交' },
  REFUSED: { tone: 'danger', words: '没有提交' },
} as const;

/** What became of every statement, name by name. */
export function Results({ attestations }: { attestations: Attestation[] }) {
  if (attestations.length === 0) return null;
  return (
    <section className="stack" id="results">
      <h2>确认记录</h2>
      {attestations.map((attestation) => (
        <Result key={attestation.id} attestation={attestation} />
      ))}
    </section>
  );
}

function Result({ attestation: { attestedAt, attestedByName, rows } }: { attestation: Attestation }) {
  const count = (outcome: keyof typeof outcomes) => rows.filter((row) => row.outcome === outcome).length;
  const refused = count('REFUSED');
  const waiting = count('WAITING');
  const title = waiting > 0 ? `正在提交 ${rows.length - waiting} / ${rows.length} 份` : `已提交 ${count('DONE')} 份`;
  return (
    <div className="stack-small">
      <Banner tone={refused > 0 ? 'warning' : waiting > 0 ? 'info' : 'success'} title={title} live>
        {longDateTime(attestedAt)} 由{attestedByName}代表单位确认。
        {refused > 0 ? `有 ${refused} 份没有提交，原因见下表。` : ''}
      </Banner>
      <DataTable
        caption={`${longDateTime(attestedAt)} 确认的申报`}
        hideCaption
        dense
        rows={rows}
        rowKey={({ applicationId }) => applicationId}
        columns={[
          { key: 'name', title: '姓名', lead: true, cell: ({ application }) => application.person.name },
          { key: 'number', title: '编号', nowrap: true, cell: ({ application }) => application.number },
          {
            key: 'outcome',
            title: '结果',
            nowrap: true,
            cell: ({ outcome }) => <Tag tone={outcomes[outcome].tone}>{outcomes[outcome].words}</Tag>,
          },
          { key: 'why', title: '说明', cell: ({ outcome, refusal }) => refusal ?? (outcome === 'DONE' ? '已发消息告知本人。' : '') },
        ]}
      />
    </div>
  );
}
