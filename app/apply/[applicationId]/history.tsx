import { Timeline } from '@/components/ui/timeline';
import { eventTitle } from '@/lib/applications/event-words';
import type { HistoryEvent } from '@/lib/applications/queries';
import { longDateTime } from '@/lib/kernel/dates';
import { roleNames, type Role } from '@/lib/kernel/actor';

/** What has happened, as the applicant may read it. */
export function History({ events }: { events: HistoryEvent[] }) {
  return (
    <section>
      <h2>办理记录</h2>
      <Timeline
        entries={events.map((event) => ({
          at: longDateTime(event.at),
          iso: event.at.toISOString(),
          title: eventTitle(event.name),
          by: roleNames[event.actorRole as Role] ?? undefined,
          body: event.note ?? undefined,
          tone: event.toStatus === 'REJECTED' || event.toStatus === 'RETURNED' || event.toStatus === 'FROZEN' ? 'danger' : undefined,
        }))}
      />
    </section>
  );
}
