import type { ReactNode } from 'react';
import { FieldError } from './field-input';
import { Hint } from './hint';

export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Adds 选填 to the label: everything else has to be filled in. */
  optional?: boolean;
  defaultValue?: string;
  /** When two inputs of one page share a name. */
  id?: string;
  disabled?: boolean;
  readOnly?: boolean;
}

/** Label above, hint below it, error between hint and input. */
export function Field({ name, id = name, label, hint, optional, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      <FieldError name={name} id={id} />
      {children}
    </div>
  );
}

export function Optional() {
  return <span className="field-optional">（选填）</span>;
}

/** What every input of a field is given. */
export function inputWiring({ name, id = name, hint, defaultValue, disabled }: FieldProps) {
  return { name, id, hintId: hint ? `${id}-hint` : undefined, defaultValue, disabled };
}
