import { Field, type FieldProps, inputWiring } from './field';
import { PasswordInput } from './password-input';

interface PasswordFieldProps extends Omit<FieldProps, 'defaultValue'> {
  kind: 'current' | 'new';
}

export function PasswordField({ kind, ...props }: PasswordFieldProps) {
  return (
    <Field {...props}>
      <PasswordInput {...inputWiring(props)} autoComplete={kind === 'new' ? 'new-password' : 'current-password'} />
    </Field>
  );
}
