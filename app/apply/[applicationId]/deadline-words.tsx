import { Countdown } from '@/components/ui/countdown';
import { longDateTime } from '@/lib/kernel/dates';

/** 2025年3月3日 23:59，还剩 2 天 4 小时 */
export function DeadlineWords({ until, now }: { until: Date; now: Date }) {
  return (
    <>
      {longDateTime(until)}，<Countdown until={until.toISOString()} now={now.toISOString()} />
    </>
  );
}
