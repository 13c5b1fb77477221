import { Icon } from '../ui/icon';
import type { FormPost } from '../ui/post-button';
import { SiteMark } from './site-mark';

export type SitePlace = 'home' | 'notices' | 'certifications' | 'verify';

interface SiteHeaderProps {
  current?: SitePlace;
  person?: { name: string; role: string; switchHref?: string };
  /** Where the person's own pages start: /my/certifications, /unit, /review, /office. */
  workHref?: string;
  workLabel?: string;
  accountHref?: string;
  signOut?: FormPost;
}

const places: { place: SitePlace; href: string; label: string }[] = [
  { place: 'home', href: '/', label: '首页' },
  { place: 'notices', href: '/notices', label: '公告' },
  { place: 'certifications', href: '/certifications', label: '全部认证' },
  { place: 'verify', href: '/verify', label: '证书查询' },
];

export function SiteHeader({ current, ...person }: SiteHeaderProps) {
  const work =
    person.person && person.workHref ? { href: person.workHref, label: person.workLabel ?? '我的认证' } : null;
  return (
    <header className="site-header">
      <div className="site-bar">
        <a className="site-name" href="/">
          <SiteMark />
          <span>
            <span>全国青少年科技辅导员</span>
            <span>专业水平认证系统</span>
          </span>
        </a>
        <details className="site-menu">
          <summary>
            <Icon name="menu" />
            菜单
          </summary>
          <nav aria-label="网站菜单">
            <PlaceList current={current} work={work} />
          </nav>
        </details>
        <Person {...person} />
        <nav className="site-nav" aria-label="网站导航">
          <PlaceList current={current} work={work} />
        </nav>
      </div>
    </header>
  );
}

function PlaceList({ current, work }: { current?: SitePlace; work: { href: string; label: string } | null }) {
  return (
    <ul className="site-nav-list">
      {places.map(({ place, href, label }) => (
        <li key={place}>
          <a href={href} aria-current={place === current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
      {work ? (
        <li>
          <a href={work.href}>{work.label}</a>
        </li>
      ) : null}
    </ul>
  );
}

function Person({ person, accountHref, signOut }: Omit<SiteHeaderProps, 'current'>) {
  if (!person) {
    return (
      <div className="site-person">
        <a href="/sign-in">登录</a>
        <a href="/register">注册</a>
      </div>
    );
  }
  return (
    <div className="site-person">
      <span className="site-person-name">
        {accountHref ? (
          <a href={accountHref}>
            <bdi>{person.name}</bdi>
          </a>
        ) : (
          <bdi>{person.name}</bdi>
        )}
        <span className="site-person-role">{person.role}</span>
        {person.switchHref ? <a href={person.switchHref}>切换身份</a> : null}
      </span>
      {signOut ? (
        <form action={signOut} {...(typeof signOut === 'string' ? { method: 'post' } : {})}>
          <button type="submit">退出</button>
        </form>
      ) : null}
    </div>
  );
}
