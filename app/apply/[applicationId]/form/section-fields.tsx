import type { Field } from '@/lib/applications/form/field';
import { FieldControl, type FieldControlProps } from './field-control';

type SectionFieldsProps = Omit<FieldControlProps, 'field'> & { fields: readonly Field[] };

/** All questions; those for students or for workers only come and go with the category, by style alone. */
export function SectionFields({ fields, ...rest }: SectionFieldsProps) {
  return fields.map((field) => (
    <div key={field.name} className={field.only ? `only-${field.only}` : undefined}>
      <FieldControl field={field} {...rest} />
    </div>
  ));
}
