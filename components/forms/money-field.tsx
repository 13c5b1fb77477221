import type { FieldProps } from './field';
import { TextField } from './text-field';

/** Yuan as typed; parseYuan reads it. */
export function MoneyField(props: FieldProps) {
  return <TextField {...props} inputMode="decimal" autoComplete="off" width="short" suffix="元" />;
}
