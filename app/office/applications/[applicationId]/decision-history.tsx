import { Timeline } from '@/components/ui/timeline';
import type { Dossier } from '@/lib/applications/review-queries';
import { inWords, readReasons } from '@/lib/applications/decision-reasons';
import { tableDateTime } from '@/lib/kernel/dates';

const outcomes = {
  ACCEPTED: { title: '审查通过', tone: 'success' },
  RETURNED: { title: '退回修改', tone: 'warning' },
  REJECTED: { title: '审查不通过', tone: 'danger' },
} as const;

export function DecisionHistory({ decisions }: { decisions: Dossier['decisions'] }) {
  if (decisions.length === 0) return null;
  return (
    <Timeline
      label="已作出的决定"
      entries={decisions.map((decision) => ({
        at: tableDateTime(decision.decidedAt),
        iso: decision.decidedAt.toISOString(),
        title: `${outcomes[decision.outcome].title}（第 ${decision.formVersion} 版）`,
        by: decision.decidedByName,
        tone: outcomes[decision.outcome].tone,
        body: [...readReasons(decision.reasons).map(inWords), decision.note].filter(Boolean).join(' '),
      }))}
    />
  );
}
