import type { ReactNode } from 'react';

/** How it works, in numbered steps. */
export function Steps({ items }: { items: { title: string; body?: ReactNode }[] }) {
  return (
    <ol className="steps">
      {items.map((item, index) => (
        <li key={item.title}>
          <span className="steps-number" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <h3>{item.title}</h3>
            {item.body ? <div>{item.body}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
