import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';

export interface OfficeGroup {
  title: string;
  items: { href: string; label: string; count?: number }[];
}

interface OfficeShellProps {
  /** Whose desk it is: 江苏省青少年科技教育协会. */
  title: string;
  groups: OfficeGroup[];
  /** The href of the item that is shown. */
  current: string;
  children: ReactNode;
}

export function OfficeShell({ title, groups, current, children }: OfficeShellProps) {
  return (
    <div className="office">
      <div className="office-side">
        <details className="office-menu">
          <summary>
            <Icon name="menu" />
            <span>
              {title} <span className="whitespace-nowrap">· 工作菜单</span>
            </span>
          </summary>
          <OfficeNav label="工作菜单" groups={groups} current={current} />
        </details>
        <div className="office-full">
          <p className="office-title">{title}</p>
          <OfficeNav label="工作导航" groups={groups} current={current} />
        </div>
      </div>
      <div className="office-body">{children}</div>
    </div>
  );
}

function OfficeNav({ label, groups, current }: { label: string; groups: OfficeGroup[]; current: string }) {
  return (
    <nav className="office-nav" aria-label={label}>
      {groups.map((group) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
                  {item.label}
                  {item.count ? (
                    <span className="count">
                      {item.count}
                      <span className="sr-only">项待办</span>
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
