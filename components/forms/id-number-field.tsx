import { Field, type FieldProps, inputWiring } from './field';
import { FieldInput } from './field-input';
import { IdNumberEcho } from './id-number-echo';

export function IdNumberField(props: FieldProps) {
  return (
    <Field {...props}>
      <FieldInput
        {...inputWiring(props)}
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={30}
        readOnly={props.readOnly}
        className="control control-half control-figures"
      />
      <IdNumberEcho inputId={props.id ?? props.name} />
    </Field>
  );
}
