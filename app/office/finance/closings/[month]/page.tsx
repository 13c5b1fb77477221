import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { ScreenOnly } from '@/components/ui/print-sheet';
import { Tag } from '@/components/ui/tag';
import { now as currentTime } from '@/lib/clock';
import { longDateTime } from '@/lib/kernel/dates';
import { longMonth } from '@/lib/kernel/months';
import { judgeBooks } from '@/lib/payments/books-policy';
import { financeMonth, type MonthOnPage } from '@/lib/payments/closing/closing-queries';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { CloseForm } from './close-form';
import { ReportTables } from './report-tables';

export const metadata: Metadata = { title: '月度结账' };

interface Props {
  params: Promise<{ month: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const path = '/office/finance/closings';

export default async function MonthPage({ params, searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const { month } = await params;
  const query = await searchParams;
  const payeeId = typeof query.payee === 'string' ? query.payee : (actor.associationId ?? '');
  const found = await financeMonth(actor, { month, payeeId, now: currentTime() });
  if (!found) notFound();
  const { report, closing, isNext, isOver } = found;
  const message = passedMessage(query);
  const mayClose = isNext && isOver && judgeBooks(actor, 'keep', { payeeId }).answer === 'yes';
  return (
    <div className="stack">
      <PageHead
        title={`${longMonth(month)}结账报告`}
        breadcrumb={[{ label: '月度结账', href: path }, { label: longMonth(month) }]}
        lead={report.payee.name}
        tag={closing ? <Tag tone="success">已结账</Tag> : <Tag tone="warning">未结账</Tag>}
        actions={
          <ButtonLink href={`${path}/${month}/export?payee=${encodeURIComponent(payeeId)}`} variant="secondary" icon="download">
            导出 Excel
          </ButtonLink>
        }
      />
      {message ? <Banner tone={message.tone} title={message.text} live /> : null}
      <State found={found} />
      <ReportTables report={report} />
      {closing ? <Seal closing={closing} /> : null}
      {mayClose ? (
        <ScreenOnly>
          <CloseForm month={month} report={report} />
        </ScreenOnly>
      ) : null}
    </div>
  );
}

function State({ found: { closing, isNext, isOver } }: { found: MonthOnPage }) {
  if (closing) return null;
  if (!isOver) return <Banner tone="info" title="这个月还没有结束">下面是到目前为止的账，下个月才能结账。</Banner>;
  return isNext ? null : <Banner tone="info" title="要按月份先后结账">更早的月份结账以后，才能结这个月的账。</Banner>;
}

function Seal({ closing }: { closing: NonNullable<MonthOnPage['closing']> }) {
  const { closedByName, closedAt, note, digest, isIntact } = closing;
  return (
    <section className="stack-small" aria-labelledby="seal-title">
      <h2 id="seal-title">结账</h2>
      <p>
        {closedByName}于 {longDateTime(closedAt)} 结账。
      </p>
      <p>结账说明：{note || '没有差异，没有另作说明。'}</p>
      {isIntact ? (
        <p>
          报告校验值 <code className="break-all">{digest}</code>，与结账时一致。
        </p>
      ) : (
        <Banner tone="danger" title="报告与结账时不一致">
          保存的报告被改动过，请联系系统管理员和审计人员。
        </Banner>
      )}
    </section>
  );
}
