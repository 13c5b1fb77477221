import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { Pagination } from '@/components/ui/pagination';
import { publishedNotices } from '@/lib/catalogue/notice-queries';
import { NoticeList } from './notice-list';

export const metadata: Metadata = { title: '公告' };

const pageSize = 20;

export default async function NoticesPage({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  const page = pageNumber((await searchParams).page);
  const { notices, total } = await publishedNotices({ page, pageSize });
  return (
    <div className="page">
      <PageHead title="公告" lead="协会发布的通知，含补充通知和附件。" />
      <NoticeList notices={notices} />
      <Pagination
        page={page}
        pageCount={Math.max(1, Math.ceil(total / pageSize))}
        total={total}
        unit="份"
        hrefFor={(number) => `/notices?page=${number}`}
      />
    </div>
  );
}

function pageNumber(text: string | undefined): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number >= 1 && number <= 10_000 ? number : 1;
}
