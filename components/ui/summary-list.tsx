import type { ReactNode } from 'react';
import { TextLink } from './text-link';

export interface SummaryRow {
  term: string;
  value: ReactNode;
  change?: { href: string; label?: string };
  /** Said in place of the value, for instance 未填写. */
  missing?: string;
}

interface SummaryListProps {
  title?: string;
  rows: SummaryRow[];
  action?: { href: string; label: string };
}

export function SummaryList({ title, rows, action }: SummaryListProps) {
  return (
    <section>
      {title || action ? (
        <div className="card-head">
          {title ? <h2>{title}</h2> : null}
          {action ? (
            <TextLink href={action.href} roomy>
              {action.label}
            </TextLink>
          ) : null}
        </div>
      ) : null}
      <dl className="summary-list">
        {rows.map((row) => (
          <Row key={row.term} row={row} />
        ))}
      </dl>
    </section>
  );
}

function Row({ row: { term, value, missing, change } }: { row: SummaryRow }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={missing ? 'summary-value summary-missing' : 'summary-value'}>{missing ?? value}</dd>
      {change ? (
        <dd className="summary-change">
          <a className="text-link" href={change.href}>
            {change.label ?? '修改'}
            <span className="sr-only">{term}</span>
          </a>
        </dd>
      ) : null}
    </div>
  );
}
