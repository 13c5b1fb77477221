import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook as Look, buttonClass } from './button-class';
import { Icon } from './icon';
import type { IconName } from './icon-outlines';

type ButtonLook = Look & { icon?: IconName };
type ButtonProps = ButtonLook & Omit<ComponentProps<'button'>, 'className' | 'style'>;
type ButtonLinkProps = ButtonLook & {
  href: string;
  children: ReactNode;
  download?: boolean | string;
  newTab?: boolean;
  id?: string;
  /** One key that follows the link where the page has Shortcuts. */
  shortcut?: string;
};

export function Button({ variant, size, icon, type = 'submit', children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={buttonClass({ variant, size })}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

export function ButtonLink({ href, variant, size, icon, download, newTab, id, shortcut, children }: ButtonLinkProps) {
  return (
    <a
      id={id}
      href={href}
      className={buttonClass({ variant, size })}
      download={download}
      data-shortcut={shortcut}
      aria-keyshortcuts={shortcut}
      {...(newTab ? { target: '_blank', rel: 'noopener' } : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
      {newTab ? <span className="sr-only">（在新窗口打开）</span> : null}
    </a>
  );
}

export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
