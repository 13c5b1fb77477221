import { pageNumbers } from './page-numbers';

interface PaginationProps {
  page: number;
  pageCount: number;
  total?: number;
  /** What is counted: 条, 人, 份. */
  unit?: string;
  hrefFor: (page: number) => string;
}

export function Pagination({ page, pageCount, total, unit = '条', hrefFor }: PaginationProps) {
  const count = total === undefined ? null : `共 ${total} ${unit}`;
  if (pageCount <= 1) return count ? <p className="pagination text-ink-soft">{count}</p> : null;
  return (
    <nav className="pagination" aria-label="分页">
      <ul>
        {page > 1 ? (
          <li>
            <a href={hrefFor(page - 1)} rel="prev">
              上一页
            </a>
          </li>
        ) : null}
        {pageNumbers({ page, pageCount }).map((number, index, all) => (
          <li key={number === 'gap' ? `gap-${all[index - 1]}` : number}>
            <PageLink number={number} page={page} hrefFor={hrefFor} />
          </li>
        ))}
        {page < pageCount ? (
          <li>
            <a href={hrefFor(page + 1)} rel="next">
              下一页
            </a>
          </li>
        ) : null}
      </ul>
      <span className="text-ink-soft">
        {count ? `${count}，` : null}第 {page} / {pageCount} 页
      </span>
    </nav>
  );
}

function PageLink({ number, page, hrefFor }: { number: number | 'gap' } & Pick<PaginationProps, 'page' | 'hrefFor'>) {
  if (number === 'gap') return <span aria-hidden="true">…</span>;
  return (
    <a href={hrefFor(number)} aria-current={number === page ? 'page' : undefined} aria-label={`第 ${number} 页`}>
      {number}
    </a>
  );
}
