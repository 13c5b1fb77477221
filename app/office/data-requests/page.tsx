import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValue } from '@/components/ui/key-value';
import { Tag } from '@/components/ui/tag';
import { dataRequestNames, requestStatusNames } from '@/lib/accounts/labels';
import { dataRequestQueue } from '@/lib/accounts/people-queries';
import { longDateTime } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';
import { DecisionForm } from '../decision-form';
import { decideDataRequestAction } from './actions';

export const metadata: Metadata = { title: '个人信息申请' };

const tones = { OPEN: 'warning', GRANTED: 'success', REFUSED: 'neutral' } as const;

const grantHints = {
  CORRECT_NAME: '账号姓名立即改为申请的姓名；已提交的申报书不变',
  CORRECT_DOCUMENT: '账号证件立即改为申请的证件；已提交的申报书不变',
  CLOSE_ACCOUNT: '账号立即注销，不能恢复；依法保存的记录保留',
} as const;

export default async function DataRequestsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await actorAs('SYSTEM_ADMIN');
  const [requests, { done }] = await Promise.all([dataRequestQueue(actor), searchParams]);
  return (
    <div className="stack">
      <PageHead title="个人信息申请" lead="更正姓名或证件、注销账号的申请。核对证件后办理；不办理的要说明原因。" />
      {done ? <Banner tone="success" title="已办理，结果已通知本人。" live /> : null}
      {requests.length === 0 ? <EmptyState title="没有申请" /> : null}
      <h2 className="sr-only">申请</h2>
      <ul className="stack-small">
        {requests.map((request) => (
          <li key={request.id}>
            <RequestCard request={request} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type DataRequest = Awaited<ReturnType<typeof dataRequestQueue>>[number];

function RequestCard({ request }: { request: DataRequest }) {
  const { kind, status, accountName, documentMasked, proposed, reason, createdAt, decisionNote, isOwn, id } = request;
  return (
    <Card
      title={`${accountName}：${dataRequestNames[kind]}`}
      action={<Tag tone={tones[status]}>{requestStatusNames[status]}</Tag>}
    >
      <div className="stack-small">
        <KeyValue
          items={[
            { term: '账号证件', value: documentMasked },
            ...(proposed ? [{ term: '申请改为', value: proposed }] : []),
            { term: '原因', value: reason },
            { term: '提交时间', value: longDateTime(createdAt) },
            ...(decisionNote ? [{ term: '办理说明', value: decisionNote }] : []),
          ]}
        />
        {status === 'OPEN' && isOwn ? <p>这是您自己的申请，请由其他系统管理员办理。</p> : null}
        {status === 'OPEN' && !isOwn ? (
          <DecisionForm
            action={decideDataRequestAction}
            id={id}
            grantHint={grantHints[kind]}
            noteHint="怎样核对的，或不通过的原因，至少 5 个字。申请人会看到。"
          />
        ) : null}
      </div>
    </Card>
  );
}
