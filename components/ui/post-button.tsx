import type { ReactNode } from 'react';
import { HiddenFields } from '../forms/hidden-fields';
import { Button } from './button';
import type { ButtonSize, ButtonVariant } from './button-class';
import type { IconName } from './icon-outlines';

/** An address, or a server action that answers by redirecting. */
export type FormPost = string | ((data: FormData) => Promise<void>);

interface PostButtonProps {
  action: FormPost;
  children: ReactNode;
  fields?: Record<string, string>;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
}

export function PostButton({ action, children, fields = {}, ...look }: PostButtonProps) {
  return (
    <form action={action} {...(typeof action === 'string' ? { method: 'post' } : {})}>
      <HiddenFields values={fields} />
      <Button {...look}>{children}</Button>
    </form>
  );
}
