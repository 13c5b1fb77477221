import type { ReactNode } from 'react';
import { Phrases } from '../ui/phrases';

export interface Crumb {
  label: string;
  href?: string;
}

interface PageHeadProps {
  title: ReactNode;
  breadcrumb?: Crumb[];
  lead?: ReactNode;
  /** Beside the title: the status. */
  tag?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, breadcrumb = [], lead, tag, actions }: PageHeadProps) {
  return (
    <div className="page-head">
      {breadcrumb.length > 0 ? <Breadcrumb crumbs={breadcrumb} /> : null}
      <div className="page-head-title">
        <h1>{typeof title === 'string' ? <Phrases text={title} /> : title}</h1>
        {tag}
      </div>
      {lead ? <div className="page-head-lead">{lead}</div> : null}
      {actions ? <div className="page-head-actions button-row">{actions}</div> : null}
    </div>
  );
}

function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="当前位置">
      <ol className="breadcrumb">
        {crumbs.map(({ label, href }) => (
          <li key={label}>
            {href ? (
              <a className="text-link" href={href}>
                {label}
              </a>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
