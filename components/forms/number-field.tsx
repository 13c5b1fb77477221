import type { FieldProps } from './field';
import { TextField } from './text-field';

interface NumberFieldProps extends FieldProps {
  suffix?: string;
  decimal?: boolean;
}

/** A text input on purpose: a number input changes with the mouse wheel and swallows what it cannot read. */
export function NumberField({ decimal, ...props }: NumberFieldProps) {
  return <TextField {...props} inputMode={decimal ? 'decimal' : 'numeric'} autoComplete="off" width="short" />;
}
