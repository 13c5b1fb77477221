import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface TurnCardProps {
  /** Where the application is now. */
  where: string;
  turn: { who: string; isYours: boolean };
  /** What comes next, as one sentence. */
  next: ReactNode;
  /** By when, if there is a limit. */
  by?: ReactNode;
  action?: ReactNode;
  tone?: 'danger';
}

/** The four answers at the top of every application page. */
export function TurnCard({ where, turn, next, by, action, tone }: TurnCardProps) {
  return (
    <div className={classNames('turn', !turn.isYours && 'turn-waiting', tone === 'danger' && 'turn-danger')}>
      <p className="turn-whose">{turn.isYours ? '轮到您办理' : '现在不需要您办理'}</p>
      <dl className="turn-answers">
        <div className="turn-wide">
          <dt>下一步</dt>
          <dd className="turn-next">{next}</dd>
        </div>
        <div>
          <dt>当前状态</dt>
          <dd>{where}</dd>
        </div>
        <div>
          <dt>轮到谁</dt>
          <dd>{turn.who}</dd>
        </div>
        {by ? (
          <div>
            <dt>截止时间</dt>
            <dd>{by}</dd>
          </div>
        ) : null}
      </dl>
      {action ? <div className="turn-action button-row">{action}</div> : null}
    </div>
  );
}
