import { CodePointCount } from './code-point-count';
import { Field, type FieldProps, inputWiring } from './field';
import { FieldTextArea } from './field-input';

interface TextAreaProps extends FieldProps {
  rows?: number;
  maxCodePoints?: number;
}

/** No maxlength: the browser would cut silently and count a rare character twice. */
export function TextArea({ rows = 5, maxCodePoints, ...props }: TextAreaProps) {
  const id = props.id ?? props.name;
  return (
    <Field {...props}>
      <FieldTextArea {...inputWiring(props)} rows={rows} readOnly={props.readOnly} />
      {maxCodePoints ? <CodePointCount inputId={id} max={maxCodePoints} /> : null}
    </Field>
  );
}
