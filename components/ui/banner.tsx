import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon-outlines';
import type { Tone } from './tone';

interface BannerProps {
  tone: Tone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Announced when it appears after something the person did. */
  live?: boolean;
}

const icons: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'done',
  warning: 'warning',
  danger: 'alert',
};

const spoken: Record<Tone, string> = {
  neutral: '说明：',
  info: '提示：',
  success: '成功：',
  warning: '注意：',
  danger: '重要：',
};

export function Banner({ tone, title, children, action, live }: BannerProps) {
  return (
    <div className={`banner banner-${tone}`} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone]} />
      {title ? (
        <p className="banner-title">
          <span className="sr-only">{spoken[tone]}</span>
          {title}
        </p>
      ) : null}
      {children ? <div>{children}</div> : null}
      {action ? <div className="banner-action">{action}</div> : null}
    </div>
  );
}
