import type { FieldProps } from './field';
import { IdNumberEcho } from './id-number-echo';
import { TextField } from './text-field';

export function IdNumberField(props: FieldProps) {
  return (
    <div>
      <TextField {...props} autoComplete="off" autoCapitalize="characters" maxLength={30} width="half" />
      <IdNumberEcho inputId={props.id ?? props.name} />
    </div>
  );
}
