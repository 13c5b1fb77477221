import type { HTMLInputAutoCompleteAttribute } from 'react';
import { classNames } from '../ui/class-names';
import { Field, type FieldProps, inputWiring } from './field';
import { FieldInput } from './field-input';

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'search' | 'tel' | 'url';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | 'none';
  autoCapitalize?: 'off' | 'characters';
  maxLength?: number;
  width?: 'full' | 'half' | 'short';
  /** A unit after the input: 元, 学时. */
  suffix?: string;
  placeholder?: string;
}

export function TextField({ width = 'full', suffix, ...props }: TextFieldProps) {
  const { type = 'text', autoComplete, inputMode, autoCapitalize, maxLength, placeholder, readOnly } = props;
  const input = (
    <FieldInput
      {...inputWiring(props)}
      {...{ type, autoComplete, inputMode, autoCapitalize, maxLength, placeholder, readOnly }}
      spellCheck={false}
      className={classNames('control', width !== 'full' && `control-${width}`)}
    />
  );
  return (
    <Field {...props}>
      {suffix ? (
        <div className="control-row">
          {input}
          <span className="control-suffix">{suffix}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
}
