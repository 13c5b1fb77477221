'use client';

import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/lib/kernel/form-state';
import { HiddenFields } from '../forms/hidden-fields';

interface MaskedValueProps {
  /** What it is: 身份证号. */
  label: string;
  masked: string;
  /** Answers with values.value; looking is logged by the server. */
  reveal?: FormAction;
  fields?: Record<string, string>;
}

export function MaskedValue({ label, masked, reveal, fields = {} }: MaskedValueProps) {
  if (!reveal) return <span>{masked}</span>;
  return <Revealable label={label} masked={masked} reveal={reveal} fields={fields} />;
}

function Revealable({ label, masked, reveal, fields }: Required<MaskedValueProps>) {
  const [state, ask, isPending] = useActionState(reveal, idleForm);
  if (state.status === 'done' && state.values?.value) return <span>{state.values.value}</span>;
  return (
    <form action={ask} className="masked">
      <HiddenFields values={fields} />
      <span>{masked}</span>
      <button type="submit" className="button button-quiet button-small" aria-disabled={isPending}>
        显示<span className="sr-only">完整的{label}</span>
      </button>
      <span className="field-hint">查看会留下记录</span>
      {state.status === 'refused' ? (
        <span role="alert" className="field-error">
          {state.message}
        </span>
      ) : null}
    </form>
  );
}
