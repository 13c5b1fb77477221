import { Deadline } from '@/components/catalogue/deadline';
import { Card } from '@/components/ui/card';
import { Phrases } from '@/components/ui/phrases';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { levelNames } from '@/lib/catalogue/labels';
import type { PublicCycle } from '@/lib/catalogue/queries';
import { windowState } from '@/lib/catalogue/window';
import { WindowSpan } from './window-span';
import { cycleHref, windowTag } from './window-words';

/** One cycle on the home page: whose, open or not, until when. */
export function CycleCard({ cycle, now }: { cycle: PublicCycle; now: Date }) {
  const tag = windowTag(cycle, now);
  const state = windowState(cycle, now);
  const open = cycle.levels.filter(({ isOpen }) => isOpen).map(({ level }) => levelNames[level]);
  return (
    <Card
      linked
      title={
        <TextLink href={cycleHref(cycle)}>
          <Phrases text={cycle.name} />
        </TextLink>
      }
      action={
        <span className="flex gap-2">
          {cycle.isDemonstration ? <Tag tone="warning">演示</Tag> : null}
          <Tag tone={tag.tone}>{tag.label}</Tag>
        </span>
      }
    >
      <p className={state === 'open' ? 'text-lg' : undefined}>
        <Deadline state={state} opensAt={cycle.applyOpensAt} closesAt={cycle.applyClosesAt} now={now} />
      </p>
      <p className="mt-1 text-sm text-ink-soft">
        申报时间：<WindowSpan {...cycle} />
        {open.length > 0 ? `；${state === 'open' ? '开放级别' : '级别'}：${open.join('、')}` : ''}
      </p>
    </Card>
  );
}
