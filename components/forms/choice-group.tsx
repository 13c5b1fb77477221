import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names';
import { type FieldProps, Optional } from './field';
import { FieldError, FieldGroup } from './field-input';
import { Hint } from './hint';

interface ChoiceGroupProps extends Omit<FieldProps, 'defaultValue'> {
  inline?: boolean;
  children: ReactNode;
}

export function ChoiceGroup({ name, id = name, label, hint, optional, inline, children }: ChoiceGroupProps) {
  return (
    <FieldGroup name={name} id={id} hintId={hint ? `${id}-hint` : undefined} className="field fieldset">
      <legend>
        {label}
        {optional ? <Optional /> : null}
      </legend>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      <FieldError name={name} id={id} />
      <div className={classNames('choices', inline && 'choices-inline')}>{children}</div>
    </FieldGroup>
  );
}
