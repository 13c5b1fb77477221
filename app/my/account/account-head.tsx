import type { ReactNode } from 'react';
import { PageHead } from '@/components/shell/page-head';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { Actor } from '@/lib/kernel/actor';
import { unreadCount } from '@/lib/messages/inbox';

const tabs = [
  { href: '/my/account', label: '账号资料' },
  { href: '/my/account/roles', label: '身份' },
  { href: '/my/messages', label: '消息' },
  { href: '/my/account/devices', label: '登录设备' },
  { href: '/my/account/privacy', label: '个人信息权利' },
] as const;

interface AccountHeadProps {
  actor: Actor;
  title: string;
  current: (typeof tabs)[number]['href'];
  lead?: ReactNode;
}

/** The pages about one's own account, side by side. */
export async function AccountHead({ actor, title, current, lead }: AccountHeadProps) {
  const unread = await unreadCount(actor);
  return (
    <>
      <PageHead title={title} lead={lead} />
      <div className="mb-6">
        <LinkTabs
          label="我的账号"
          current={current}
          tabs={tabs.map((tab) => (tab.href === '/my/messages' && unread > 0 ? { ...tab, count: unread } : tab))}
        />
      </div>
    </>
  );
}
