import type { ReactNode } from 'react';
import type { Tone } from './tone';

export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

export function StatusTag({ tone, label }: { tone: Tone; label: string }) {
  return <Tag tone={tone}>{label}</Tag>;
}
