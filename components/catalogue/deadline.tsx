import { longDateTime } from '@/lib/kernel/dates';
import { Countdown } from '../ui/countdown';

interface DeadlineProps {
  state: 'before' | 'open' | 'after';
  opensAt: Date;
  closesAt: Date;
  /** The server's clock. */
  now: Date;
}

/** When a window opens or closes, in words, with what remains by the server's clock. */
export function Deadline({ state, opensAt, closesAt, now }: DeadlineProps) {
  if (state === 'after') return <>申报已于 {longDateTime(closesAt)} 截止</>;
  const until = state === 'before' ? opensAt : closesAt;
  return (
    <>
      {longDateTime(until)} {state === 'before' ? '开始' : '截止'}，
      <strong>
        <Countdown
          until={until.toISOString()}
          now={now.toISOString()}
          endedText={state === 'before' ? '已开始，请刷新页面' : '已截止'}
        />
      </strong>
    </>
  );
}
