import { Fieldset } from '@/components/forms/fieldset';
import type { ReturnReasonRow } from '@/lib/applications/return-reasons/offered-reasons';
import { reasonGroupNames } from '@/lib/applications/return-reasons/labels';

interface ReasonChoicesProps {
  reasons: ReturnReasonRow[];
  /** Keeps ids apart where two lists stand on one page. */
  prefix: string;
  /** The first nine are chosen by their digit. */
  withShortcuts?: boolean;
}

export function ReasonChoices({ reasons, prefix, withShortcuts }: ReasonChoicesProps) {
  return (
    <Fieldset
      legend="原因（可多选）"
      hint="签字与盖章的原因写明页码时，只有这些页要重新盖章；不写页码，要签字盖章的页都得重来。"
    >
      <ul className="reason-list">
        {reasons.map((reason, index) => (
          <li key={reason.code} className="reason-choice">
            <div className="choice">
              <input
                type="checkbox"
                name="reason"
                value={reason.code}
                id={`${prefix}-${reason.code}`}
                data-shortcut={withShortcuts && index < 9 ? index + 1 : undefined}
              />
              <label htmlFor={`${prefix}-${reason.code}`}>
                {withShortcuts && index < 9 ? <kbd>{index + 1}</kbd> : null} {reasonGroupNames[reason.group] ?? ''}：
                {reason.label}
              </label>
            </div>
            <div className="reason-detail">
              <label>
                <span className="sr-only">{reason.label}：页码或栏目</span>
                <input
                  type="text"
                  className="control"
                  name={`place.${reason.code}`}
                  maxLength={60}
                  placeholder={reason.group === 'STAMP' ? '第几页，如 3、7' : '第几页或哪一栏'}
                />
              </label>
              <label>
                <span className="sr-only">{reason.label}：具体说明</span>
                <input
                  type="text"
                  className="control"
                  name={`note.${reason.code}`}
                  maxLength={200}
                  placeholder={reason.advice || '具体说明'}
                />
              </label>
            </div>
          </li>
        ))}
      </ul>
    </Fieldset>
  );
}
