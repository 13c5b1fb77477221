import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValue } from '@/components/ui/key-value';
import { Tag } from '@/components/ui/tag';
import { requestStatusNames } from '@/lib/accounts/labels';
import { recoveryQueue } from '@/lib/accounts/people-queries';
import { longDateTime } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';
import { DecisionForm } from '../decision-form';
import { decideRecoveryAction } from './actions';

export const metadata: Metadata = { title: '账号找回' };

const tones = { OPEN: 'warning', GRANTED: 'success', REFUSED: 'neutral' } as const;

export default async function RecoveryPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await actorAs('SYSTEM_ADMIN', 'REVIEWER', 'NATIONAL_STAFF');
  const [wishes, { done }] = await Promise.all([recoveryQueue(actor), searchParams]);
  return (
    <div className="stack">
      <PageHead
        title="账号找回"
        lead="手机号停用的人申请把账号换到新手机号。请先通过单位或证件核实是本人，再办理；新手机号已用验证码验证过。"
      />
      {done ? <Banner tone="success" title="已办理，结果已用短信发到新旧两个手机号。" live /> : null}
      {wishes.length === 0 ? <EmptyState title="没有找回申请" /> : null}
      <h2 className="sr-only">申请</h2>
      <ul className="stack-small">
        {wishes.map((wish) => (
          <li key={wish.id}>
            <WishCard wish={wish} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type Wish = Awaited<ReturnType<typeof recoveryQueue>>[number];

function WishCard({ wish }: { wish: Wish }) {
  return (
    <Card title={wish.claimedName} action={<Tag tone={tones[wish.status]}>{requestStatusNames[wish.status]}</Tag>}>
      <div className="stack-small">
        <KeyValue
          items={[
            {
              term: '账号姓名',
              value: wish.isSameName ? `${wish.accountName}（一致）` : `${wish.accountName}（与申请的姓名不同）`,
            },
            { term: '证件号码', value: wish.documentMasked },
            { term: '原手机号', value: wish.oldMobileMasked },
            { term: '新手机号', value: wish.newMobile },
            { term: '申请时间', value: longDateTime(wish.createdAt) },
            { term: '情况说明', value: wish.reason },
            ...(wish.decisionNote ? [{ term: '办理说明', value: wish.decisionNote }] : []),
          ]}
        />
        {wish.status === 'OPEN' && !wish.isSameName ? (
          <Banner tone="danger" title="姓名与账号不同">
            可能是填错，也可能是他人冒领，请格外核实。
          </Banner>
        ) : null}
        <WishStep wish={wish} />
      </div>
    </Card>
  );
}

function WishStep({ wish }: { wish: Wish }) {
  if (wish.status !== 'OPEN') return null;
  if (wish.isOwn) return <p>这是您自己的账号，请由其他工作人员办理。</p>;
  return (
    <DecisionForm
      action={decideRecoveryAction}
      id={wish.id}
      grantHint="账号换到新手机号，原密码作废，所有登录退出"
      noteHint="怎样核实的，例如：某日致电单位办公室，核对证件原件。申请人会看到不通过的原因。"
    />
  );
}
