import { ButtonLink, ButtonRow } from '@/components/ui/button';
import type { QueueFilters } from '@/lib/applications/office-schema';
import { queueHref } from '../queue-href';

interface QueueStepsProps {
  neighbours: { previous: string | null; next: string | null; position: number; total: number };
  filters: QueueFilters;
}

/** 上一份 (k) and 下一份 (j) in the queue that the reviewer came from. */
export function QueueSteps({ neighbours, filters }: QueueStepsProps) {
  const href = (id: string) => queueHref(filters, `/office/applications/${id}`);
  return (
    <div className="stack-small">
      <ButtonRow>
        {neighbours.previous ? (
          <ButtonLink href={href(neighbours.previous)} variant="secondary" size="small" shortcut="k">
            上一份
          </ButtonLink>
        ) : null}
        {neighbours.next ? (
          <ButtonLink href={href(neighbours.next)} variant="secondary" size="small" shortcut="j">
            下一份
          </ButtonLink>
        ) : null}
      </ButtonRow>
      <p className="field-hint">
        {neighbours.position > 0 ? `本队列第 ${neighbours.position} 份，共 ${neighbours.total} 份。` : ''}
        键盘：j 下一份，k 上一份，1–9 选原因。
      </p>
    </div>
  );
}
