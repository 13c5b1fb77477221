import { FieldChoice, FieldInput } from '@/components/forms/field-input';
import { Fieldset } from '@/components/forms/fieldset';
import type { ReturnReasonRow } from '@/lib/applications/return-reasons/offered-reasons';
import { reasonGroupNames } from '@/lib/applications/return-reasons/labels';
import { PageTicks } from './page-ticks';

interface ReasonChoicesProps {
  reasons: ReturnReasonRow[];
  /** Keeps ids apart where two lists stand on one page. */
  prefix: string;
  /** The first nine are chosen by their digit. */
  withShortcuts?: boolean;
  /** How many pages can be sent back with a reason about the stamp; 0 where no paper goes back. */
  pages?: number;
}

export function ReasonChoices({ reasons, prefix, withShortcuts, pages = 0 }: ReasonChoicesProps) {
  return (
    <Fieldset
      legend="原因（可多选）"
      hint={pages > 0 ? '签字与盖章的原因勾选页码时，只有这些页要重新盖章；不勾选，要签字盖章的页都得重来。' : undefined}
    >
      <ul className="reason-list">
        {reasons.map((reason, index) => (
          <li key={reason.code} className="reason-choice">
            <div className="choice">
              <FieldChoice
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
              {pages > 0 && reason.group === 'STAMP' ? (
                <PageTicks code={reason.code} label={reason.label} prefix={prefix} pages={pages} />
              ) : (
                <label htmlFor={`${prefix}-${reason.code}-place`}>
                  <span className="sr-only">{reason.label}：页码或栏目</span>
                  <FieldInput
                    type="text"
                    id={`${prefix}-${reason.code}-place`}
                    name={`place.${reason.code}`}
                    maxLength={60}
                    placeholder="第几页或哪一栏"
                  />
                </label>
              )}
              <label htmlFor={`${prefix}-${reason.code}-note`}>
                <span className="sr-only">{reason.label}：具体说明</span>
                <FieldInput
                  type="text"
                  id={`${prefix}-${reason.code}-note`}
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
