import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { KeyValue } from '@/components/ui/key-value';
import { Tag } from '@/components/ui/tag';
import { associationsForRoles, managedPerson } from '@/lib/accounts/people-queries';
import { longDateTime } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/uuid';
import { actorAs } from '@/lib/web/page-actor';
import { AccountState } from './account-state';
import { GrantForm } from './grant-form';
import { RoleList } from './role-list';

export const metadata: Metadata = { title: '人员' };

type Params = Promise<{ personId: string }>;
type Search = Promise<{ done?: string }>;

const done = new Map([
  ['grant', '身份已授予，本人会收到消息。'],
  ['revoke', '身份已撤销，本人会收到消息。'],
  ['state', '账号状态已改变。'],
]);

export default async function PersonPage({ params, searchParams }: { params: Params; searchParams: Search }) {
  const actor = await actorAs('SYSTEM_ADMIN');
  const { personId } = await params;
  const person = isUuid(personId) ? await managedPerson(actor, personId) : null;
  if (!person) notFound();
  const news = done.get((await searchParams).done ?? '');
  return (
    <div className="stack">
      <PageHead
        title={person.name}
        breadcrumb={[{ label: '人员与角色', href: '/office/people' }, { label: person.name }]}
        tag={<StateTag person={person} />}
      />
      {news ? <Banner tone="success" title={news} live /> : null}
      <KeyValue
        items={[
          { term: person.documentKind, value: person.documentMasked },
          { term: '手机号', value: person.mobileMasked },
          { term: '注册时间', value: longDateTime(person.createdAt) },
        ]}
        columns={3}
      />
      <RoleList person={person} />
      {person.isSelf ? (
        <Banner tone="info" title="这是您自己的账号">
          不能授予或撤销自己的身份，也不能停用自己的账号，请由其他系统管理员办理。
        </Banner>
      ) : (
        <>
          {person.disabledAt ? null : <GrantForm personId={person.id} associations={await associationsForRoles()} />}
          <AccountState person={person} />
        </>
      )}
    </div>
  );
}

function StateTag({ person }: { person: { disabledAt: Date | null; closedAt: Date | null } }) {
  if (person.closedAt) return <Tag tone="danger">已注销</Tag>;
  return <Tag tone={person.disabledAt ? 'danger' : 'success'}>{person.disabledAt ? '已停用' : '正常'}</Tag>;
}
