import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Phrases } from './phrases';

interface CardProps {
  title?: ReactNode;
  /** h2 where the card stands right below the page's own heading. */
  heading?: 'h2' | 'h3';
  action?: ReactNode;
  children: ReactNode;
  /** The link in the title covers the whole card. */
  linked?: boolean;
}

export function Card({ title, heading: Heading = 'h3', action, children, linked }: CardProps) {
  return (
    <section className={classNames('card', linked && 'card-link')}>
      {title || action ? (
        <div className="card-head">
          {title ? <Heading>{typeof title === 'string' ? <Phrases text={title} /> : title}</Heading> : null}
          {action}
        </div>
      ) : null}
      {children}
    </section>
  );
}
