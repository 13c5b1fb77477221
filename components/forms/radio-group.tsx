import { Choice, type ChoiceOption, choiceId } from './choice';
import { ChoiceGroup } from './choice-group';
import type { FieldProps } from './field';

interface RadioGroupProps extends FieldProps {
  options: ChoiceOption[];
  inline?: boolean;
}

export function RadioGroup({ options, inline, ...props }: RadioGroupProps) {
  const { name, id = name, defaultValue, disabled } = props;
  return (
    <ChoiceGroup {...props} inline={inline}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          id={choiceId(id, index)}
          option={disabled ? { ...option, disabled } : option}
          isChosen={option.value === defaultValue}
        />
      ))}
    </ChoiceGroup>
  );
}
