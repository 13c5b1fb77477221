import type { FieldProps } from './field';
import { TextField } from './text-field';

export function PhoneField(props: FieldProps) {
  return <TextField {...props} type="tel" inputMode="tel" autoComplete="tel-national" maxLength={20} width="half" />;
}
