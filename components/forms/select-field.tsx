import { classNames } from '../ui/class-names';
import { Field, type FieldProps, inputWiring } from './field';
import { FieldSelect } from './field-input';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectGroup {
  group: string;
  options: SelectOption[];
}

interface SelectFieldProps extends FieldProps {
  options: (SelectOption | SelectGroup)[];
  placeholder?: string;
  width?: 'full' | 'half' | 'short';
}

export function SelectField({ options, placeholder = '请选择', width = 'half', ...props }: SelectFieldProps) {
  return (
    <Field {...props}>
      <FieldSelect
        {...inputWiring(props)}
        defaultValue={props.defaultValue ?? ''}
        className={classNames('control', width !== 'full' && `control-${width}`)}
      >
        <option value="">{placeholder}</option>
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map(optionElement)}
            </optgroup>
          ) : (
            optionElement(option)
          ),
        )}
      </FieldSelect>
    </Field>
  );
}

const optionElement = ({ value, label, disabled }: SelectOption) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);
