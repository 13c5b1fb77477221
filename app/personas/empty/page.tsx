import { notFound } from 'next/navigation';
import { env } from '@/lib/env';

/** Nothing but the frame: what a page costs before it does anything, for the bench of the task list. */
export default function EmptyPage() {
  if (!env.isDemo) notFound();
  return (
    <div className="page">
      <h1>空白页</h1>
    </div>
  );
}
