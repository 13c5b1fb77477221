import type { Actor } from '@/lib/kernel/actor';

const staff = (role: Actor['role'], associationId: string, serial: number): Actor => ({
  personId: `00000000-0000-7000-8000-00000000000${serial}`,
  name: '郑示例',
  role,
  associationId,
  unitId: null,
  sessionId: null,
});

export const jiangsuStaff = staff('REVIEWER', 'jiangsu', 1);
export const zhejiangStaff = staff('REVIEWER', 'zhejiang', 2);
export const nationalStaff = staff('NATIONAL_STAFF', 'national', 3);
export const jiangsuFinance = staff('FINANCE', 'jiangsu', 4);
export const applicant: Actor = { ...staff('APPLICANT', 'jiangsu', 5), associationId: null };
export const auditor = staff('AUDITOR', 'national', 6);
