import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ContactBlocks } from '@/components/catalogue/contact-blocks';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Prose } from '@/components/ui/prose';
import { TextLink } from '@/components/ui/text-link';
import { type NoticePage, publicNotice } from '@/lib/catalogue/notice-queries';
import { storedContacts } from '@/lib/catalogue/schema';
import { longPlainDate, plainDate } from '@/lib/kernel/dates';
import { cycleHref } from '../../window-words';

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const page = await publicNotice((await params).id);
  return { title: page?.notice.title ?? '公告' };
}

export default async function NoticeDetailPage({ params }: PageProps) {
  const page = await publicNotice((await params).id);
  if (!page) notFound();
  const { notice } = page;
  return (
    <div className="page page-columns">
      <div>
        <PageHead
          title={notice.title}
          breadcrumb={[{ label: '公告', href: '/notices' }, { label: notice.documentNumber || '正文' }]}
          lead={<NoticeFacts page={page} />}
        />
        {notice.status === 'WITHDRAWN' ? (
          <Banner tone="warning" title="这份公告已撤回">
            请以协会最新发布的公告为准。<TextLink href="/notices">查看全部公告</TextLink>
          </Banner>
        ) : (
          <NoticeBody page={page} />
        )}
      </div>
      <aside className="stack">
        {notice.cycle ? (
          <>
            <ButtonLink href={cycleHref(notice.cycle)}>查看级别和条件</ButtonLink>
            <section className="stack-small">
              <h2>联系方式</h2>
              <ContactBlocks contacts={storedContacts.parse(notice.cycle.contacts)} />
            </section>
          </>
        ) : null}
      </aside>
    </div>
  );
}

function NoticeFacts({ page: { notice, supplements, supplementedBy } }: { page: NoticePage }) {
  return (
    <>
      <p className="flex flex-wrap gap-x-6">
        {notice.documentNumber ? <span>{notice.documentNumber}</span> : null}
        <span>{notice.issuer}</span>
        <time dateTime={plainDate(notice.issuedOn)}>{longPlainDate(plainDate(notice.issuedOn))}</time>
      </p>
      {supplements ? (
        <p>
          本通知补充：<TextLink href={`/notices/${supplements.slug}`}>{supplements.title}</TextLink>
        </p>
      ) : null}
      {supplementedBy.map(({ slug, title }) => (
        <p key={slug}>
          另有补充通知：<TextLink href={`/notices/${slug}`}>{title}</TextLink>
        </p>
      ))}
    </>
  );
}

function NoticeBody({ page: { notice } }: { page: NoticePage }) {
  return (
    <article className="border-t-2 border-danger pt-6">
      {notice.salutation ? <p className="mb-4">{notice.salutation}</p> : null}
      <Prose text={notice.body} />
      <p className="mt-8 max-w-[40em] text-right">
        {notice.issuer}
        <br />
        {longPlainDate(plainDate(notice.issuedOn))}
      </p>
      {notice.annexBody ? (
        <section id="annex" className="mt-8 border-t border-line pt-6">
          <h2>附件：{notice.annexTitle}</h2>
          <div className="mt-4">
            <Prose text={notice.annexBody} />
          </div>
        </section>
      ) : null}
    </article>
  );
}
