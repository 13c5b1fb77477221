'use client';

import {
  type FormEvent,
  type ReactNode,
  type RefObject,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react';
import { type FormAction, type FormState, idleForm } from '@/lib/kernel/form-state';
import { othersAtWork } from './before-send';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { HiddenFields } from './hidden-fields';
import { askServer, typedData } from './submission';

interface FormShellProps {
  action: FormAction;
  children: ReactNode;
  /** Hidden inputs, for instance the id of the record. */
  fields?: Record<string, string | undefined>;
  initial?: FormState;
  id?: string;
  summaryTitle?: string;
  /** Empty the inputs after success, for forms that are used again and again. */
  resetOnDone?: boolean;
}

/**
 * Before scripts have loaded, the browser posts the form itself and the server draws the answer.
 * Afterwards the inputs stay as they are, so that a refusal or a lost connection costs nothing typed.
 */
export function FormShell({ action, children, fields = {}, initial = idleForm, id, ...look }: FormShellProps) {
  const [posted, post] = useActionState(action, initial);
  const { state, isPending, submit } = useSubmission({ action, posted, resetOnDone: look.resetOnDone });
  const top = useRef<HTMLDivElement>(null);
  useFocusOnRefusal(state, top);

  return (
    <FormContext value={{ state, isPending }}>
      <form id={id} action={post} onSubmit={submit} noValidate className="form" aria-busy={isPending}>
        <HiddenFields values={fields} />
        <div
          ref={top}
          tabIndex={-1}
          role={state.status === 'refused' ? 'alert' : undefined}
          hidden={!state.message && !state.fieldErrors}
        >
          <ErrorSummary state={state} title={look.summaryTitle} />
        </div>
        {children}
      </form>
    </FormContext>
  );
}

function useSubmission({
  action,
  posted,
  resetOnDone,
}: {
  action: FormAction;
  posted: FormState;
  resetOnDone?: boolean;
}) {
  const [answer, setAnswer] = useState<FormState | null>(null);
  const [isPending, startTransition] = useTransition();
  const isBusy = useRef(false);
  const state = answer ?? posted;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy.current) return;
    isBusy.current = true;
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const others = othersAtWork(form);
    startTransition(async () => {
      try {
        await others;
        const data = typedData(form, submitter);
        const next = await askServer(action, state, data);
        if (next.status === 'done' && resetOnDone) form.reset();
        startTransition(() => setAnswer(next));
      } finally {
        isBusy.current = false;
      }
    });
  }

  return { state, isPending, submit };
}

function useFocusOnRefusal(state: FormState, top: RefObject<HTMLElement | null>) {
  useEffect(() => {
    if (state.status === 'refused') top.current?.focus();
  }, [state, top]);
}
