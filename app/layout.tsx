import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import './globals.css';
import 'hanamin/HanaMin.min.css';
import { DemoBanner } from '@/components/shell/demo-banner';
import { OldBrowserBanner } from '@/components/shell/old-browser-banner';
import { SiteFooter } from '@/components/shell/site-footer';
import { SiteHeader, type SitePlace } from '@/components/shell/site-header';
import { SkipLink } from '@/components/shell/skip-link';
import { longDateTime } from '@/lib/kernel/dates';
import { roleNames, startPages } from '@/lib/kernel/actor';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { optionalActor, requestedPath } from '@/lib/web/page-actor';
import { signOutAction } from './sign-out';

export const metadata: Metadata = {
  title: { default: '全国青少年科技辅导员专业水平认证系统', template: '%s · 青少年科技辅导员专业水平认证' },
  description: '青少年科技辅导员专业水平认证的申报、审查、考试与证书查询。',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#ffffff' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A nonce is fresh for every answer, so no page is made ahead of time.
  await connection();
  const actor = await optionalActor();
  const person =
    actor && actor.role !== 'SYSTEM'
      ? { name: actor.name, role: roleNames[actor.role], switchHref: '/my/account/roles' }
      : undefined;
  return (
    <html lang="zh-CN">
      <body>
        <SkipLink />
        <OldBrowserBanner />
        {env.isDemo && (
          <DemoBanner clock={longDateTime(now())} personasHref="/personas" outboxHref="/personas/outbox" />
        )}
        <SiteHeader
          current={placeOf(await requestedPath())}
          person={person}
          workHref={actor && actor.role !== 'SYSTEM' ? startPages[actor.role] : undefined}
          workLabel={actor?.role === 'APPLICANT' ? '我的认证' : '工作台'}
          accountHref="/my/account"
          signOut={signOutAction}
        />
        <main id="main">{children}</main>
        <SiteFooter
          issuer="中国青少年科技教育工作者协会"
          filing={{
            icp: filing(env.ICP_NUMBER, 'https://beian.miit.gov.cn/'),
            police: filing(env.POLICE_NUMBER, 'https://beian.mps.gov.cn/'),
          }}
          privacyHref="/privacy"
        />
      </body>
    </html>
  );
}

const filing = (text: string, href: string) => (text ? { text, href } : undefined);

function placeOf(path: string): SitePlace | undefined {
  if (path === '/') return 'home';
  const [, first] = path.split(/[/?]/);
  return (['notices', 'certifications', 'verify'] as const).find((place) => place === first);
}
