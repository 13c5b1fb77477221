import { classNames } from './class-names';
import { Icon } from './icon';

export type StageState = 'done' | 'current' | 'ahead' | 'failed';

export interface Stage {
  title: string;
  state: StageState;
  /** Date or span as read; an ahead stage without one says 待通知. */
  when?: string;
  note?: string;
}

const spoken: Record<StageState, string> = { done: '已完成', current: '当前阶段', ahead: '未开始', failed: '未通过' };

export function StageSteps({
  label = '认证流程',
  stages,
  across,
}: {
  label?: string;
  stages: Stage[];
  across?: boolean;
}) {
  return (
    <ol className={classNames('stages', across !== false && 'stages-across')} aria-label={label}>
      {stages.map((stage, index) => (
        <li
          key={stage.title}
          className={`is-${stage.state}`}
          aria-current={stage.state === 'current' ? 'step' : undefined}
        >
          <span className="stage-mark" aria-hidden="true">
            <Mark state={stage.state} number={index + 1} />
          </span>
          <span className="stage-title">
            {stage.title}
            <span className="sr-only">（{spoken[stage.state]}）</span>
          </span>
          <span className="stage-when">{stage.when ?? (stage.state === 'ahead' ? '待通知' : null)}</span>
          {stage.note ? <span className="stage-when">{stage.note}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function Mark({ state, number }: { state: StageState; number: number }) {
  if (state === 'done') return <Icon name="check" />;
  if (state === 'failed') return <Icon name="close" />;
  return number;
}
