import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Tag } from '@/components/ui/tag';
import { env } from '@/lib/env';
import { longDateTime } from '@/lib/kernel/dates';
import { type OutboxMessage, outboxMessages } from '@/lib/messages/outbox';

export const metadata: Metadata = { title: '演示发件箱' };

const attachmentNames = { APPLICATION_FORM: '申报书 PDF', INVOICE: '发票文件', RED_INVOICE: '红字发票文件' };
const channelNames = { SMS: '短信', MAIL: '邮件', SITE: '站内消息' };

type Search = Promise<{ to?: string | string[] }>;

export default async function OutboxPage({ searchParams }: { searchParams: Search }) {
  if (!env.isDemo) notFound();
  const { to } = await searchParams;
  const ending = typeof to === 'string' ? to.trim() : '';
  const messages = await outboxMessages(ending);
  return (
    <div className="page page-narrow">
      <PageHead
        title="演示发件箱"
        breadcrumb={[{ label: '演示身份', href: '/personas' }, { label: '发件箱' }]}
        lead="演示环境不向外发送，短信验证码、邮件和站内消息都在这里查看，最新的在最前面。"
      />
      <div className="stack">
        <FilterBar
          action="/personas/outbox"
          filters={[{ kind: 'search', name: 'to', label: '收件号码尾号或邮箱', placeholder: '例如 0001' }]}
          values={{ to: ending }}
          resetHref="/personas/outbox"
        />
        <h2 id="outbox-list" className="sr-only">
          消息，最新的在最前
        </h2>
        {messages.length === 0 ? (
          <EmptyState title="没有消息">{ending ? `没有发给尾号“${ending}”的消息。` : '还没有发出过消息。'}</EmptyState>
        ) : (
          <ol className="stack-small" aria-labelledby="outbox-list">
            {messages.map((message) => (
              <li key={message.id}>
                <MessageCard message={message} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

function MessageCard({ message }: { message: OutboxMessage }) {
  return (
    <Card title={message.subject || channelNames[message.channel]} action={<Tag>{channelNames[message.channel]}</Tag>}>
      <p className="field-hint">
        发给 {message.to} · {longDateTime(message.createdAt)}
      </p>
      <p className="whitespace-pre-line">{message.text}</p>
      {message.attachment ? <p className="field-hint">附件：{attachmentNames[message.attachment]}</p> : null}
    </Card>
  );
}
