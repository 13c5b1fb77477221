import type { ReactNode } from 'react';

interface KeyValueProps {
  items: { term: string; value: ReactNode }[];
  columns?: 1 | 2 | 3;
}

export function KeyValue({ items, columns = 2 }: KeyValueProps) {
  return (
    <dl className={`key-values key-values-${columns}`}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
