import type { ReactNode } from 'react';
import { FieldChoice } from './field-input';

export interface ChoiceOption {
  value: string;
  label: string;
  hint?: ReactNode;
  disabled?: boolean;
  /** Why it cannot be chosen. */
  reason?: string;
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  id: string;
  option: ChoiceOption;
  isChosen: boolean;
}

/** The label's area is stretched over the row, so that the whole row is the target. */
export function Choice({ type, name, id, option, isChosen }: ChoiceProps) {
  const detail = option.reason ?? option.hint;
  return (
    <div className="choice">
      <FieldChoice
        type={type}
        name={name}
        id={id}
        value={option.value}
        defaultChecked={isChosen}
        disabled={option.disabled}
        hintId={detail ? `${id}-detail` : undefined}
      />
      <label htmlFor={id}>{option.label}</label>
      {detail ? (
        <span id={`${id}-detail`} className="field-hint">
          {detail}
        </span>
      ) : null}
    </div>
  );
}

/** The first choice bears the id of the group, so that the error summary can lead there. */
export const choiceId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`);
