import { Disclosure } from '@/components/ui/disclosure';
import { Timeline } from '@/components/ui/timeline';
import { eventTitle } from '@/lib/applications/event-words';
import type { NoticeEvent } from '@/lib/catalogue/notice-queries';
import { tableDateTime } from '@/lib/kernel/dates';

/** Every step with who, when and why; what an amendment replaced is one click away. */
export function NoticeHistory({ events }: { events: NoticeEvent[] }) {
  return (
    <section className="stack-small" aria-labelledby="history-title">
      <h2 id="history-title">修改历史</h2>
      <Timeline
        label="修改历史"
        entries={events.map(({ name, at, actorName, note, changes }) => ({
          at: tableDateTime(at),
          iso: at.toISOString(),
          title: eventTitle(name),
          by: actorName,
          body: (
            <>
              {note ? <p>{note}</p> : null}
              {changes.map(({ field, label, before }) => (
                <Disclosure key={field} summary={`${label}：修改前`}>
                  <p className="whitespace-pre-line">{before || '（空）'}</p>
                </Disclosure>
              ))}
            </>
          ),
        }))}
      />
    </section>
  );
}
