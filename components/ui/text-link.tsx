import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-outlines';

interface TextLinkProps {
  href: string;
  children: ReactNode;
  newTab?: boolean;
  /** Stands alone on its line: tall enough for a thumb. */
  roomy?: boolean;
  icon?: IconName;
}

export function TextLink({ href, children, newTab, roomy, icon }: TextLinkProps) {
  return (
    <a
      href={href}
      className={classNames('text-link', roomy && 'text-link-roomy')}
      {...(newTab ? { target: '_blank', rel: 'noopener' } : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
      {newTab ? <span className="sr-only">（在新窗口打开）</span> : null}
    </a>
  );
}
