'use client';

import { type MouseEvent, type ReactNode, use } from 'react';
import { useFormStatus } from 'react-dom';
import { FormContext } from './form-context';

interface SubmitButtonProps {
  children: ReactNode;
  variant?: 'primary' | 'secondary' | 'danger' | 'quiet';
  size?: 'normal' | 'small';
  pendingText?: string;
  name?: string;
  value?: string;
}

/** Stays focusable while the form is on its way, so that keyboard users do not lose their place. */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, variant = 'primary', size = 'normal', pendingText = '正在提交…', name, value } = props;
  const { isPending } = use(FormContext);
  const { pending } = useFormStatus();
  const isBusy = isPending || pending;
  const keepOne = (event: MouseEvent) => {
    if (isBusy) event.preventDefault();
  };
  return (
    <button
      type="submit"
      name={name}
      value={value}
      onClick={keepOne}
      aria-disabled={isBusy || undefined}
      className={`button button-${variant} ${size === 'small' ? 'button-small' : ''}`}
    >
      {isBusy ? pendingText : children}
    </button>
  );
}
