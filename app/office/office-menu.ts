import type { OfficeGroup } from '@/components/shell/office-shell';
import { readsWholeAudit } from '@/lib/audit/policy';
import type { Actor } from '@/lib/kernel/actor';

interface Counts {
  waiting: number;
  mine: number;
  returned: number;
  /** Proposals and appeals that wait for a decision. */
  sanctions: number;
}

const cycles = { href: '/office/cycles', label: '认证年度' };
const notices = { href: '/office/notices', label: '公告' };
const recovery = { href: '/office/recovery', label: '账号找回' };
const devices = { href: '/office/devices', label: '同一设备多个账号' };
const reasons = { href: '/office/return-reasons', label: '退回原因' };
const returns = { href: '/office/statistics/returns', label: '退回统计' };
const everything = { href: '/office/applications?view=all', label: '全部申报' };

/** What each role works on; the pages themselves judge again. */
export function officeMenu(actor: Pick<Actor, 'role' | 'associationId'>, counts: Counts): OfficeGroup[] {
  const sanctions = { href: '/office/sanctions', label: '申报资格处理', count: counts.sanctions };
  const review: OfficeGroup = {
    title: '资格审查',
    items: [
      { href: '/office/applications', label: '待审查', count: counts.waiting },
      { href: '/office/applications?view=mine', label: '我的审查', count: counts.mine },
      { href: '/office/applications?view=returned', label: '已退回', count: counts.returned },
      everything,
      returns,
    ],
  };
  const organising: OfficeGroup = {
    title: '认证组织',
    items: [cycles, notices, { href: '/office/units', label: '单位' }, sanctions, reasons, recovery, devices],
  };
  const reading: OfficeGroup = { title: '认证组织', items: [cycles, notices] };
  const finance: OfficeGroup = { title: '财务', items: [{ href: '/office/finance', label: '财务台' }] };
  const audit: OfficeGroup[] = readsWholeAudit(actor)
    ? [{ title: '审计', items: [{ href: '/office/audit', label: '审计记录' }] }]
    : [];
  const system: OfficeGroup = {
    title: '系统',
    items: [
      { href: '/office/people', label: '人员与角色' },
      recovery,
      { href: '/office/data-requests', label: '个人信息申请' },
      { href: '/office/trust-anchors', label: '信任的发证机构' },
      devices,
    ],
  };
  const menus: Partial<Record<Actor['role'], OfficeGroup[]>> = {
    REVIEWER: [review, organising],
    NATIONAL_STAFF: [review, organising],
    FINANCE: [finance, reading],
    AUDITOR: [...audit, { title: '申报', items: [everything, returns, reasons, sanctions] }, finance, reading],
    SYSTEM_ADMIN: [system, ...audit],
  };
  return menus[actor.role] ?? [];
}
