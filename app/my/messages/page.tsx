import type { Metadata } from 'next';
import { z } from 'zod';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { longDateTime } from '@/lib/kernel/dates';
import { inboxPage } from '@/lib/messages/inbox';
import { pageActor } from '@/lib/web/page-actor';
import { AccountHead } from '../account/account-head';
import { markReadAction } from './actions';

export const metadata: Metadata = { title: '消息' };

const search = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export default async function MessagesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await pageActor();
  const { page } = search.parse(await searchParams);
  const inbox = await inboxPage(actor, page);
  return (
    <div className="page page-narrow">
      <AccountHead actor={actor} title="消息" current="/my/messages" />
      {inbox.total === 0 ? (
        <EmptyState title="还没有消息">申报、审查和账号的重要变化，会在这里通知您，并发短信到您的手机。</EmptyState>
      ) : (
        <div className="stack">
          {inbox.unread > 0 ? (
            <FormShell action={markReadAction} fields={{ messageId: 'all' }}>
              <SubmitButton variant="secondary" size="small">
                {`全部标为已读（${inbox.unread} 条）`}
              </SubmitButton>
            </FormShell>
          ) : null}
          <h2 id="inbox-list" className="sr-only">
            消息，最新的在最前
          </h2>
          <ol className="stack-small" aria-labelledby="inbox-list">
            {inbox.rows.map((message) => (
              <li key={message.id}>
                <MessageCard message={message} isApplicant={actor.role === 'APPLICANT'} />
              </li>
            ))}
          </ol>
          <Pagination
            page={page}
            pageCount={inbox.pageCount}
            total={inbox.total}
            unit="条"
            hrefFor={(number) => `/my/messages?page=${number}`}
          />
        </div>
      )}
    </div>
  );
}

type Message = Awaited<ReturnType<typeof inboxPage>>['rows'][number];

function MessageCard({ message, isApplicant }: { message: Message; isApplicant: boolean }) {
  const { subject, text, applicationId, createdAt, readAt } = message;
  return (
    <Card title={subject} action={readAt ? null : <Tag tone="info">未读</Tag>}>
      <p className="field-hint">{longDateTime(createdAt)}</p>
      <p className="whitespace-pre-line">{text}</p>
      {applicationId && isApplicant ? (
        <TextLink href={`/apply/${applicationId}`} roomy>
          查看这份申报
        </TextLink>
      ) : null}
    </Card>
  );
}
