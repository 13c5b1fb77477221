'use client';

import type { ComponentProps } from 'react';
import { useAnswerFor } from './form-context';

interface Wired {
  name: string;
  id: string;
  hintId?: string;
}

type InputProps = Wired & Omit<ComponentProps<'input'>, 'style'>;
type TextAreaProps = Wired & Omit<ComponentProps<'textarea'>, 'style'>;
type SelectProps = Wired & Omit<ComponentProps<'select'>, 'style'>;

export function FieldError({ name, id = name }: { name: string; id?: string }) {
  const { errors } = useAnswerFor(name);
  if (errors.length === 0) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      <span className="sr-only">需要修改：</span>
      {errors[0]}
    </p>
  );
}

export function FieldInput({ hintId, defaultValue, ...rest }: InputProps) {
  const wiring = useWiring({ ...rest, hintId }, defaultValue);
  return <input className="control" {...rest} {...wiring} />;
}

export function FieldTextArea({ hintId, defaultValue, ...rest }: TextAreaProps) {
  const wiring = useWiring({ ...rest, hintId }, defaultValue);
  return <textarea className="control" {...rest} {...wiring} />;
}

export function FieldSelect({ hintId, defaultValue, ...rest }: SelectProps) {
  const wiring = useWiring({ ...rest, hintId }, defaultValue);
  return <select className="control" {...rest} {...wiring} />;
}

/** A radio button or a checkbox. */
export function FieldChoice({ hintId, value, defaultChecked, ...rest }: InputProps & { value: string }) {
  const { typed, wasAnswered, errors } = useAnswerFor(rest.name);
  const isChecked = wasAnswered ? [typed ?? []].flat().includes(value) : defaultChecked;
  const describedBy = describe(hintId, errors.length > 0 && rest.type === 'checkbox' && `${rest.name}-error`);
  return <input {...rest} value={value} defaultChecked={isChecked} aria-describedby={describedBy} />;
}

export function FieldGroup({ name, id, hintId, className, ...rest }: Wired & ComponentProps<'fieldset'>) {
  const { errors } = useAnswerFor(name);
  const isWrong = errors.length > 0;
  return (
    <fieldset
      {...rest}
      className={`${className ?? ''} ${isWrong ? 'is-wrong' : ''}`}
      aria-describedby={describe(hintId, isWrong && `${id}-error`)}
    />
  );
}

function useWiring({ name, id, hintId }: Wired, defaultValue: InputProps['defaultValue']) {
  const { errors, typed } = useAnswerFor(name);
  const isWrong = errors.length > 0;
  return {
    defaultValue: typeof typed === 'string' ? typed : defaultValue,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': describe(hintId, isWrong && `${id}-error`),
  };
}

const describe = (...ids: (string | false | undefined)[]) => ids.filter(Boolean).join(' ') || undefined;
