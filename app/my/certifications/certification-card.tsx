import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { MaskedValue } from '@/components/ui/masked-value';
import { Phrases } from '@/components/ui/phrases';
import { StatusTag } from '@/components/ui/tag';
import { itemTitle } from '@/lib/applications/item-title';
import { deadlineOf } from '@/lib/applications/journey';
import { sexNames, toneOf } from '@/lib/applications/labels';
import { statuses } from '@/lib/applications/lifecycle';
import type { OwnCard } from '@/lib/applications/own-queries';
import { DeadlineWords } from '../../apply/[applicationId]/deadline-words';
import { revealOwnAction } from './actions';

/** 江苏省初级科技辅导员专业水平认证, with the six columns of the notice (R42, R43). */
export function CertificationCard({ application, now }: { application: OwnCard; now: Date }) {
  const { id, status, cycle } = application;
  const title = itemTitle(application);
  const { applicantSees, turn, next } = statuses[status];
  const deadline = deadlineOf(application);
  return (
    <section className="stack-small" aria-labelledby={`title-${id}`}>
      <div className="card-head">
        <h2 id={`title-${id}`}>
          <a className="text-link" href={`/apply/${id}`}>
            <Phrases text={title} />
          </a>
        </h2>
        <StatusTag tone={toneOf(status)} label={applicantSees} />
      </div>
      <p className="text-ink-soft">{cycle.name}</p>
      <DataTable
        caption={`${title}的申报信息`}
        hideCaption
        columns={columnsOf(title)}
        rows={[application]}
        rowKey={(row) => row.id}
      />
      <p>
        {turn === 'applicant' ? <strong>轮到您：</strong> : null}
        {next}
        {deadline ? (
          <>
            {' '}
            截止 <DeadlineWords until={deadline} now={now} />。
          </>
        ) : null}
      </p>
      <ButtonLink href={`/apply/${id}`} variant={turn === 'applicant' ? 'primary' : 'secondary'}>
        {turn === 'applicant' ? '继续办理' : '查看进度'}
      </ButtonLink>
    </section>
  );
}

const columnsOf = (title: string) => [
  { key: 'name', title: '考生姓名', cell: (row: OwnCard) => row.person.name },
  { key: 'sex', title: '性别', nowrap: true, cell: (row: OwnCard) => (row.person.sex ? sexNames[row.person.sex] : '未填写') },
  { key: 'phone', title: '手机号', cell: (row: OwnCard) => <Masked row={row} what="phone" /> },
  { key: 'document', title: '身份证号', cell: (row: OwnCard) => <Masked row={row} what="document" /> },
  { key: 'unit', title: '工作单位', cell: (row: OwnCard) => row.unit?.name ?? '未填写' },
  { key: 'item', title: '申报', cell: () => title },
];

const labels = { phone: '手机号', document: '身份证号' };

function Masked({ row, what }: { row: OwnCard; what: keyof typeof labels }) {
  const fields = { applicationId: row.id, what };
  return <MaskedValue label={labels[what]} masked={row.masked[what]} reveal={revealOwnAction} fields={fields} />;
}
