import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface CardProps {
  title?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  /** The link in the title covers the whole card. */
  linked?: boolean;
}

export function Card({ title, action, children, linked }: CardProps) {
  return (
    <section className={classNames('card', linked && 'card-link')}>
      {title || action ? (
        <div className="card-head">
          {title ? <h3>{title}</h3> : null}
          {action}
        </div>
      ) : null}
      {children}
    </section>
  );
}
