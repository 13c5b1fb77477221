import type { ReactNode } from 'react';

/** A sentence with official force, for instance that no agent is authorised. */
export function StampNote({ children }: { children: ReactNode }) {
  return <p className="stamp-note">{children}</p>;
}
