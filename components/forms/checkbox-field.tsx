import type { ReactNode } from 'react';
import { FieldChoice, FieldError } from './field-input';

interface CheckboxFieldProps {
  name: string;
  /** The sentence that is agreed to. */
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
  id?: string;
}

export function CheckboxField({ name, id = name, label, hint, value = 'yes', ...rest }: CheckboxFieldProps) {
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <div className="field">
      <FieldError name={name} id={id} />
      <div className="choice">
        <FieldChoice type="checkbox" name={name} id={id} value={value} hintId={hintId} {...rest} />
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <span id={hintId} className="field-hint">
            {hint}
          </span>
        ) : null}
      </div>
    </div>
  );
}
