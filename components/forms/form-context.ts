'use client';

import { createContext, use } from 'react';
import { type FormState, idleForm } from '@/lib/kernel/form-state';

export const FormContext = createContext<{ state: FormState; isPending: boolean }>({
  state: idleForm,
  isPending: false,
});

/** What the last answer says about one input: its errors, and what had been typed. */
export function useAnswerFor(name: string): { errors: string[]; typed?: string | string[]; wasAnswered: boolean } {
  const { state } = use(FormContext);
  return { errors: state.fieldErrors?.[name] ?? [], typed: state.values?.[name], wasAnswered: Boolean(state.values) };
}
