import type { OfficeGroup } from '@/components/shell/office-shell';
import type { Actor } from '@/lib/kernel/actor';

interface Counts {
  waiting: number;
  mine: number;
  returned: number;
}

/** What each role works on; the pages themselves judge again. */
export function officeMenu(role: Actor['role'], counts: Counts): OfficeGroup[] {
  const review: OfficeGroup = {
    title: '资格审查',
    items: [
      { href: '/office/applications', label: '待审查', count: counts.waiting },
      { href: '/office/applications?view=mine', label: '我的审查', count: counts.mine },
      { href: '/office/applications?view=returned', label: '已退回', count: counts.returned },
      { href: '/office/applications?view=all', label: '全部申报' },
    ],
  };
  const certification: OfficeGroup = {
    title: '认证组织',
    items: [
      { href: '/office/cycles', label: '认证批次' },
      { href: '/office/notices', label: '公告' },
      { href: '/office/units', label: '单位' },
      { href: '/office/recovery', label: '账号找回' },
    ],
  };
  const finance: OfficeGroup = { title: '财务', items: [{ href: '/office/finance', label: '收款与凭证' }] };
  const audit: OfficeGroup = { title: '审计', items: [{ href: '/office/audit', label: '审计记录' }] };
  const system: OfficeGroup = {
    title: '系统',
    items: [
      { href: '/office/people', label: '人员与角色' },
      { href: '/office/recovery', label: '账号找回' },
      { href: '/office/data-requests', label: '个人信息申请' },
    ],
  };
  const menus: Partial<Record<Actor['role'], OfficeGroup[]>> = {
    REVIEWER: [review, certification],
    NATIONAL_STAFF: [review, certification],
    FINANCE: [finance],
    AUDITOR: [{ title: '申报', items: [{ href: '/office/applications?view=all', label: '全部申报' }] }, audit],
    SYSTEM_ADMIN: [system, audit],
  };
  return menus[role] ?? [];
}
