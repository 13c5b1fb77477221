import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';
export type ButtonSize = 'normal' | 'small';
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize };

/** For client code: the Button itself would bring every icon along. */
export function buttonClass({ variant = 'primary', size = 'normal' }: ButtonLook = {}): string {
  return classNames('button', variant !== 'primary' && `button-${variant}`, size === 'small' && 'button-small');
}
