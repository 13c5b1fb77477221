import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { TickAll } from '@/components/forms/tick-all';
import { Banner } from '@/components/ui/banner';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import type { BatchApplicant } from '@/lib/applications/batch/batch-page';
import { examiningSentences } from '@/lib/applications/scan-hints';
import { levelNames } from '@/lib/catalogue/labels';
import { attestBatchAction } from '../actions';
import { CountedSubmit } from './counted-submit';
import { PageLamps } from './page-lamps';
import { surplusInWords } from './surplus-in-words';

interface AttestListProps {
  batchId: string;
  applicants: BatchApplicant[];
}

/** The complete ones, ticked; the unit's statement once for all of them (R32). */
export function AttestList({ batchId, applicants }: AttestListProps) {
  const ready = applicants.filter(({ standing }) => standing.stand === 'ready');
  if (ready.length === 0) return null;
  const hinted = ready.filter((one) => hintsOf(one) > 0);
  const waiting = ready.filter((one) => examiningIn(one) !== null);
  const isStuck = waiting.some((one) => examiningIn(one)?.pace === 'stuck');
  const statements = [...new Map(ready.map(({ cycle }) => [cycle.unitAttestation, cycle.name]))];
  return (
    <section className="stack" id="attest">
      <h2>确认并提交</h2>
      <FormShell action={attestBatchAction} fields={{ batchId }}>
        <TickAll name="application" what="齐全的申报" />
        <DataTable
          caption="齐全的申报"
          hideCaption
          dense
          rows={ready}
          rowKey={({ id, formVersion, seen }) => `${id}.${formVersion}.${seen}`}
          columns={columns}
          select={{
            name: 'application',
            label: ({ name, number }) => `选择${name}（${number}）`,
            isChosen: (one) => examiningIn(one) === null,
          }}
        />
        {waiting.length > 0 ? (
          <Banner tone={isStuck ? 'warning' : 'info'} title={`${waiting.length} 份还在检查，没有替您勾选`} live>
            {examiningSentences[isStuck ? 'stuck' : 'slow']}
          </Banner>
        ) : null}
        {hinted.length > 0 ? (
          <>
            <h3>有提示的页</h3>
            {hinted.map((one) => (
              <PageLamps key={one.id} applicant={one} />
            ))}
            <CheckboxField
              name="hintsSeen"
              label="我已看过各页的提示，仍要提交"
              hint="系统只作提示，是否合格由工作人员判断。可以取消勾选有提示的申报，补扫后再提交。"
            />
          </>
        ) : null}
        <h3>单位核实意见</h3>
        {statements.map(([statement, cycle]) => (
          <p key={statement}>
            {statements.length > 1 ? `${cycle}：` : ''}
            {statement}
          </p>
        ))}
        <p>如查实有虚假材料，将取消所在单位三年内认证申报资格。</p>
        <CheckboxField
          name="attested"
          label="所在单位已逐份核实所选申报的内容，并在申报书上加盖公章"
          hint="勾选的人、时间和上面的文字，会分别记在每份申报上。"
        />
        <CountedSubmit key={`${ready.length}.${waiting.length}`} name="application" />
      </FormShell>
    </section>
  );
}

const examiningIn = ({ standing }: BatchApplicant) => (standing.stand === 'ready' ? standing.examining : null);

const hintsOf = ({ standing }: BatchApplicant): number => (standing.stand === 'ready' ? standing.hints.length : 0);

const columns: Column<BatchApplicant>[] = [
  { key: 'name', title: '姓名', lead: true, cell: ({ name }) => name },
  { key: 'number', title: '编号', nowrap: true, cell: ({ number }) => number },
  { key: 'level', title: '级别', nowrap: true, cell: ({ level }) => levelNames[level] },
  { key: 'pages', title: '页数', nowrap: true, cell: ({ pageCount }) => `${pageCount} 页齐全` },
  {
    key: 'lamps',
    title: '检查',
    nowrap: true,
    cell: (one) => <Examined applicant={one} />,
  },
  { key: 'surplus', title: '说明', cell: (one) => surplusInWords(one) || '—' },
];

function Examined({ applicant }: { applicant: BatchApplicant }) {
  const waiting = examiningIn(applicant)?.pages ?? 0;
  const hints = hintsOf(applicant) - waiting;
  if (waiting > 0) return <Tag tone="info">{`还在检查 ${waiting} 页${hints > 0 ? `，已有 ${hints} 处提示` : ''}`}</Tag>;
  return <Tag tone={hints > 0 ? 'warning' : 'success'}>{hints > 0 ? `${hints} 处提示` : '没有提示'}</Tag>;
}
