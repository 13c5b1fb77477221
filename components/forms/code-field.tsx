import type { ReactNode } from 'react';
import { Field, type FieldProps, inputWiring } from './field';
import { FieldInput } from './field-input';

/** A code from a message; `send` is the button that asks for it. */
export function CodeField({ send, ...props }: FieldProps & { send?: ReactNode }) {
  return (
    <Field {...props}>
      <div className="control-row flex-wrap">
        <FieldInput
          {...inputWiring(props)}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          className="control control-short control-figures"
        />
        {send}
      </div>
    </Field>
  );
}
