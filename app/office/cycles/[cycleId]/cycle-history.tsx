import { EmptyState } from '@/components/ui/empty-state';
import { Timeline } from '@/components/ui/timeline';
import type { OfficeCycle } from '@/lib/catalogue/office-queries';
import { tableDateTime } from '@/lib/kernel/dates';

/** Every change with its reason, who and when, before and after. */
export function CycleHistory({ revisions }: { revisions: OfficeCycle['revisions'] }) {
  return (
    <section className="stack" aria-labelledby="history-title">
      <h2 id="history-title">修改历史</h2>
      {revisions.length === 0 ? <EmptyState title="还没有修改过" /> : null}
      <Timeline
        label="修改历史"
        entries={revisions.map((revision) => ({
          at: tableDateTime(revision.at),
          iso: revision.at.toISOString(),
          title: revision.reason,
          by: revision.byName,
          body: (
            <ul>
              {revision.changes.map((change) => (
                <li key={change.field}>
                  {change.label}：{change.before || '（空）'} → {change.after || '（空）'}
                </li>
              ))}
            </ul>
          ),
        }))}
      />
    </section>
  );
}
