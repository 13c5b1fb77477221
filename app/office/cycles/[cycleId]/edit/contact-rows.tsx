'use client';

import { useFieldArray, useForm } from 'react-hook-form';
import { FieldPair } from '@/components/forms/fieldset';

interface ContactRowsProps {
  contacts: { label: string; phones: string[]; email: string }[];
}

interface Rows {
  contacts: { label: string; phones: string; email: string }[];
}

const parts = [
  { part: 'label', name: 'contactLabel', label: '名称', hint: '例如：专业水平认证联系人' },
  { part: 'phones', name: 'contactPhones', label: '电话', hint: '多个用顿号隔开' },
  { part: 'email', name: 'contactEmail', label: '邮箱', hint: '' },
] as const;

/** Blocks of contacts, added and removed at will; without scripts the blocks that exist can still be edited. */
export function ContactRows({ contacts }: ContactRowsProps) {
  const { control, register } = useForm<Rows>({
    defaultValues: { contacts: contacts.map(({ phones, ...rest }) => ({ ...rest, phones: phones.join('、') })) },
  });
  const { fields, append, remove } = useFieldArray({ control, name: 'contacts' });
  return (
    <div className="stack">
      {fields.map((row, index) => (
        <fieldset key={row.id} className="stack-small">
          <legend className="field-label">第 {index + 1} 组</legend>
          <FieldPair>
            {parts.map(({ part, name, label, hint }) => (
              <div key={part} className="field">
                <label className="field-label" htmlFor={`${name}-${index}`}>
                  {label}
                </label>
                {hint ? (
                  <p className="field-hint" id={`${name}-${index}-hint`}>
                    {hint}
                  </p>
                ) : null}
                <input
                  {...register(`contacts.${index}.${part}`)}
                  className="control"
                  id={`${name}-${index}`}
                  name={name}
                  defaultValue={row[part]}
                  aria-describedby={hint ? `${name}-${index}-hint` : undefined}
                />
              </div>
            ))}
          </FieldPair>
          <button type="button" className="button button-quiet button-small" onClick={() => remove(index)}>
            删除第 {index + 1} 组
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        className="button button-secondary button-small"
        onClick={() => append({ label: '', phones: '', email: '' })}
      >
        增加一组联系方式
      </button>
    </div>
  );
}
