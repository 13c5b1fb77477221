import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { EmptyState } from '@/components/ui/empty-state';
import { roleNames } from '@/lib/kernel/actor';
import { actorAs } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '我的任务' };

const plans = {
  EXPERT: '业绩成果评审和答辩评分安排确定后，分配给您的任务会出现在这里，并发消息通知您。',
  EXAMINER: '笔试安排确定后，监考和阅卷任务会出现在这里，并发消息通知您。',
} as const;

/** Experts and examiners: says truthfully that nothing has been scheduled yet. */
export default async function ReviewPage() {
  const actor = await actorAs('EXPERT', 'EXAMINER');
  const plan = actor.role === 'EXPERT' ? plans.EXPERT : plans.EXAMINER;
  return (
    <div className="page page-narrow stack">
      <PageHead title="我的任务" lead={`您现在的身份：${roleNames[actor.role]}。`} />
      <EmptyState title="目前没有任务：待通知">{plan}</EmptyState>
    </div>
  );
}
