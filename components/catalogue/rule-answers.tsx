import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-outlines';

interface Answer {
  code: string;
  title: string;
  words: string;
  source: string;
  isHard: boolean;
  outcome: 'yes' | 'no' | 'unknown';
  because: string;
  toChange: string;
}

const marks: Record<Answer['outcome'], { icon: IconName; colour: string }> = {
  yes: { icon: 'done', colour: 'text-success' },
  no: { icon: 'alert', colour: 'text-danger' },
  unknown: { icon: 'info', colour: 'text-warning' },
};

/** Each rule with its answer, the fact that decided it, what would change it, and the notice's words. */
export function RuleAnswers({ answers }: { answers: readonly Answer[] }) {
  return (
    <ul className="border-t border-line">
      {answers.map((answer) => (
        <li key={answer.code} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-line py-3">
          <span className={marks[answer.outcome].colour}>
            <Icon name={marks[answer.outcome].icon} />
          </span>
          <div>
            <p className="font-semibold">
              {answer.title}
              {answer.isHard ? null : <span className="font-normal text-ink-soft">（由审核人员认定）</span>}
            </p>
            <p className={answer.outcome === 'no' ? 'text-danger' : undefined}>{answer.because}</p>
            {answer.toChange ? <p>{answer.toChange}</p> : null}
            <p className="text-sm text-ink-soft">
              通知原文：“{answer.words}”{answer.source ? `（${answer.source}）` : ''}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
