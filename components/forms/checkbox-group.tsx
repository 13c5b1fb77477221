import { Choice, type ChoiceOption, choiceId } from './choice';
import { ChoiceGroup } from './choice-group';
import type { FieldProps } from './field';

interface CheckboxGroupProps extends Omit<FieldProps, 'defaultValue'> {
  options: ChoiceOption[];
  defaultValues?: string[];
  inline?: boolean;
}

export function CheckboxGroup({ options, defaultValues = [], inline, ...props }: CheckboxGroupProps) {
  const { name, id = name, disabled } = props;
  return (
    <ChoiceGroup {...props} inline={inline}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          name={name}
          id={choiceId(id, index)}
          option={disabled ? { ...option, disabled } : option}
          isChosen={defaultValues.includes(option.value)}
        />
      ))}
    </ChoiceGroup>
  );
}
