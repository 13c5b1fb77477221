import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface FigureProps {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
  tone?: 'warning' | 'danger';
}

export function Figure({ label, value, hint, tone }: FigureProps) {
  return (
    <div className={classNames('figure', tone && `figure-${tone}`)}>
      <dt className="figure-label">{label}</dt>
      <dd className="figure-value">{value}</dd>
      {hint ? <dd className="figure-hint">{hint}</dd> : null}
    </div>
  );
}

export function Figures({ children }: { children: ReactNode }) {
  return <dl className="figures">{children}</dl>;
}
