import type { FieldProps } from './field';
import { TextField } from './text-field';

/** One input for a day in any usual spelling; parseTypedDate reads it. */
export function DateField({ kind, ...props }: FieldProps & { kind?: 'birthday' | 'date' }) {
  return (
    <TextField
      {...props}
      hint={props.hint ?? '例如 2025-03-02，也可以连写 20250302'}
      inputMode="numeric"
      autoComplete={kind === 'birthday' ? 'bday' : 'off'}
      width="short"
    />
  );
}

/** One input for a month; parseTypedMonth reads it. */
export function MonthField(props: FieldProps) {
  return (
    <TextField
      {...props}
      hint={props.hint ?? '例如 2025-03，也可以连写 202503'}
      inputMode="numeric"
      autoComplete="off"
      width="short"
    />
  );
}
