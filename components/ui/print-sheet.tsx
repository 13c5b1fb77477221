import type { ReactNode } from 'react';

/** A4 on paper, a white sheet on the screen. */
export function PrintSheet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <article className="print-sheet">
      <h1 className="print-sheet-title">{title}</h1>
      {children}
    </article>
  );
}

export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="print-only">{children}</div>;
}

export function ScreenOnly({ children }: { children: ReactNode }) {
  return <div className="screen-only">{children}</div>;
}
