import { EmptyState } from '@/components/ui/empty-state';
import type { PublicNotice } from '@/lib/catalogue/notice-queries';
import { longPlainDate, plainDate } from '@/lib/kernel/dates';

/** Title, document number, issuer and day; the whole line leads to the notice. */
export function NoticeList({ notices }: { notices: readonly PublicNotice[] }) {
  if (notices.length === 0) return <EmptyState title="目前没有公告">协会发布的通知会显示在这里。</EmptyState>;
  return (
    <ul className="border-t border-line">
      {notices.map((notice) => (
        <li key={notice.id} className="relative border-b border-line py-4 hover:bg-action-tint">
          <a
            href={`/notices/${notice.slug}`}
            className="text-action underline underline-offset-4 after:absolute after:inset-0"
          >
            {notice.title}
          </a>
          <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
            <span>{notice.issuer}</span>
            {notice.documentNumber ? <span>{notice.documentNumber}</span> : null}
            <time dateTime={plainDate(notice.issuedOn)}>{longPlainDate(plainDate(notice.issuedOn))}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
