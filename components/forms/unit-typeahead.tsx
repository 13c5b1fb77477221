import type { ReactNode } from 'react';
import { Field, type FieldProps, inputWiring } from './field';
import { UnitCombobox } from './unit-combobox';
import type { UnitChoice } from './use-unit-search';

interface UnitTypeaheadProps extends FieldProps {
  /** The hidden input that gets the chosen unit's id; empty while the text is only text. */
  idName: string;
  search: (text: string) => Promise<UnitChoice[]>;
  defaultId?: string;
  /** Shown when nothing is found: how to add a unit. */
  notFound?: ReactNode;
}

/** Without scripts the name goes up as it was typed. */
export function UnitTypeahead({ idName, search, defaultId, notFound, ...props }: UnitTypeaheadProps) {
  return (
    <Field {...props} hint={props.hint ?? '输入单位全称中的几个字，再从列表中选择'}>
      <UnitCombobox
        {...inputWiring({ ...props, hint: props.hint ?? true })}
        idName={idName}
        search={search}
        defaultId={defaultId}
        notFound={notFound}
      />
    </Field>
  );
}
