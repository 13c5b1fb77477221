import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Disclosure } from '@/components/ui/disclosure';
import { Prose } from '@/components/ui/prose';
import { Tag } from '@/components/ui/tag';
import { noticeHistory, officeNotice, officeNotices, type PublicNotice } from '@/lib/catalogue/notice-queries';
import { officeCycles } from '@/lib/catalogue/office-queries';
import { judgeNotice } from '@/lib/catalogue/policy';
import { actorAs } from '@/lib/web/page-actor';
import { publishNoticeAction, withdrawNoticeAction } from '../actions';
import { NoticeForm } from '../notice-form';
import { noticeStatusLooks } from '../notice-status';
import { NoticeHistory } from './notice-history';

export const metadata: Metadata = { title: '公告' };

interface OfficeNoticePageProps {
  params: Promise<{ noticeId: string }>;
  searchParams: Promise<{ saved?: string }>;
}

export default async function OfficeNoticePage({ params, searchParams }: OfficeNoticePageProps) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'FINANCE', 'AUDITOR');
  const notice = await officeNotice(actor, (await params).noticeId);
  if (!notice) notFound();
  const [cycles, others] = await Promise.all([officeCycles(actor), officeNotices(actor)]);
  const may = (ability: Parameters<typeof judgeNotice>[1]) => judgeNotice(actor, ability, notice).answer === 'yes';
  const look = noticeStatusLooks[notice.status];
  return (
    <div className="stack">
      <PageHead
        title={notice.title}
        breadcrumb={[{ label: '公告', href: '/office/notices' }, { label: notice.documentNumber || notice.title }]}
        tag={<Tag tone={look.tone}>{look.label}</Tag>}
        actions={
          notice.status === 'PUBLISHED' ? (
            <ButtonLink href={`/notices/${notice.slug}`} variant="secondary">
              查看公开页面
            </ButtonLink>
          ) : undefined
        }
      />
      {(await searchParams).saved ? <Banner tone="success" title="已保存。" /> : null}
      <NoticeSteps notice={notice} mayPublish={may('publish')} mayWithdraw={may('withdraw')} />
      {may('save') ? (
        <NoticeForm
          notice={notice}
          issuer={notice.issuer}
          cycles={cycles.filter((cycle) => cycle.associationId === notice.associationId)}
          others={others.filter((other) => other.id !== notice.id)}
        />
      ) : (
        <Prose text={notice.body} />
      )}
      {notice.status === 'DRAFT' ? (
        <Disclosure summary="预览已保存的草稿">
          <Prose text={notice.body} />
          {notice.annexBody ? <Prose text={`## 附件：${notice.annexTitle}\n\n${notice.annexBody}`} /> : null}
        </Disclosure>
      ) : null}
      <NoticeHistory events={await noticeHistory(notice)} />
    </div>
  );
}

interface NoticeStepsProps {
  notice: PublicNotice;
  mayPublish: boolean;
  mayWithdraw: boolean;
}

function NoticeSteps({ notice, mayPublish, mayWithdraw }: NoticeStepsProps) {
  return (
    <>
      {mayPublish ? (
        <ConfirmDialog id="publish" trigger="发布这份公告" title="确认发布？">
          <p>发布后所有人都能看到。发布后修改需要写明原因，修改前的内容会保留在记录里。</p>
          <FormShell id="publish-form" action={publishNoticeAction} fields={{ noticeId: notice.id }}>
            <SubmitButton>确认发布</SubmitButton>
          </FormShell>
        </ConfirmDialog>
      ) : null}
      {mayWithdraw ? (
        <ConfirmDialog id="withdraw" trigger="撤回这份公告" triggerVariant="danger" title="确认撤回？">
          <p>撤回后公开页面不再显示正文，只说明公告已撤回。撤回后不能恢复，需要另拟新的公告。</p>
          <FormShell id="withdraw-form" action={withdrawNoticeAction} fields={{ noticeId: notice.id }}>
            <TextField id="withdraw-reason" name="reason" label="撤回原因" />
            <SubmitButton variant="danger">确认撤回</SubmitButton>
          </FormShell>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
