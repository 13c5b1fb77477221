import { DateField, MonthField } from '@/components/forms/date-field';
import type { FieldProps } from '@/components/forms/field';
import { NumberField } from '@/components/forms/number-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { UnitTypeahead } from '@/components/forms/unit-typeahead';
import { TextLink } from '@/components/ui/text-link';
import { type Asked, type Field, isOptional, type Values } from '@/lib/applications/form/field';
import { searchUnits } from './actions';

export interface FieldControlProps {
  field: Field;
  values: Values;
  asked: Asked;
  applicationId: string;
  /** Options that a hard rule of this level excludes, each with why. */
  excluded?: Readonly<Record<string, string>>;
}

/** One question of the form as an input. */
export function FieldControl({ field, values, asked, applicationId, excluded = {} }: FieldControlProps) {
  const props: FieldProps = {
    name: field.name,
    label: field.label,
    hint: field.hint,
    optional: isOptional(field, asked),
    defaultValue: values[field.name],
  };
  switch (field.kind) {
    case 'text':
      return <TextField {...props} width={field.width} autoComplete={field.autoComplete ?? 'off'} />;
    case 'email':
      return <TextField {...props} type="email" autoComplete="email" inputMode="email" />;
    case 'area':
      return <TextArea {...props} rows={field.rows} maxCodePoints={field.max} />;
    case 'month':
      return <MonthField {...props} />;
    case 'day':
      return <DateField {...props} />;
    case 'whole':
      return <NumberField {...props} suffix={field.suffix || undefined} />;
    case 'choice':
      return <Choices field={field} props={props} excluded={excluded} />;
    case 'unit':
      return (
        <>
          <UnitTypeahead {...props} idName={field.idName} defaultId={values[field.idName]} search={searchUnits} />
          <p className="mt-2">
            <TextLink href={`/apply/${applicationId}/unit`} roomy>
              列表中没有您的单位？登记单位
            </TextLink>
          </p>
        </>
      );
    case 'kept':
      return null;
  }
}

interface ChoicesProps {
  field: Field & { kind: 'choice' };
  props: FieldProps;
  excluded: Readonly<Record<string, string>>;
}

/** An excluded option stays in sight, with the reason; one that is chosen already can still be read. */
function Choices({ field, props, excluded }: ChoicesProps) {
  const options = field.options.map((option) => ({
    ...option,
    reason: excluded[option.value],
    disabled: excluded[option.value] !== undefined && option.value !== props.defaultValue,
  }));
  return field.look === 'radios' ? <RadioGroup {...props} options={options} /> : <SelectField {...props} options={options} />;
}
