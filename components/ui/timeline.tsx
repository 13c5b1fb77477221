import type { ReactNode } from 'react';
import type { Tone } from './tone';

export interface TimelineEntry {
  /** As read: 2025年3月3日 23:59. */
  at: string;
  iso?: string;
  title: string;
  by?: string;
  body?: ReactNode;
  tone?: Tone;
}

/** Newest first. */
export function Timeline({ label = '办理记录', entries }: { label?: string; entries: TimelineEntry[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li
          key={`${entry.iso ?? entry.at} ${entry.title}`}
          className={entry.tone === 'danger' ? 'is-danger' : undefined}
        >
          <p className="timeline-title">{entry.title}</p>
          <p className="timeline-when">
            <time dateTime={entry.iso}>{entry.at}</time>
            {entry.by ? ` · ${entry.by}` : null}
          </p>
          {entry.body ? <div>{entry.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
