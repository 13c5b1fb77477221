export const roles = [
  'APPLICANT',
  'UNIT_ADMIN',
  'REVIEWER',
  'FINANCE',
  'NATIONAL_STAFF',
  'EXPERT',
  'EXAMINER',
  'AUDITOR',
  'SYSTEM_ADMIN',
] as const;

export type Role = (typeof roles)[number];

/** Who acts, in the one role chosen now. */
export interface Actor {
  personId: string | null;
  name: string;
  role: Role | 'SYSTEM';
  associationId: string | null;
  unitId: string | null;
  sessionId: string | null;
}

/** Timers, the worker and payment notices. */
export const systemActor: Actor = {
  personId: null,
  name: '系统',
  role: 'SYSTEM',
  associationId: null,
  unitId: null,
  sessionId: null,
};

export const roleNames: Record<Role | 'SYSTEM', string> = {
  APPLICANT: '申请人',
  UNIT_ADMIN: '单位管理员',
  REVIEWER: '省级审核人员',
  FINANCE: '财务人员',
  NATIONAL_STAFF: '全国协会工作人员',
  EXPERT: '评审专家',
  EXAMINER: '考务人员',
  AUDITOR: '审计员',
  SYSTEM_ADMIN: '系统管理员',
  SYSTEM: '系统',
};

const officeRoles: readonly string[] = ['REVIEWER', 'FINANCE', 'NATIONAL_STAFF', 'AUDITOR', 'SYSTEM_ADMIN'];

export const worksInOffice = (actor: Pick<Actor, 'role'>): boolean => officeRoles.includes(actor.role);

/** Where a role starts its day. */
export const startPages: Record<Role, string> = {
  APPLICANT: '/my/certifications',
  UNIT_ADMIN: '/unit',
  REVIEWER: '/office',
  FINANCE: '/office/finance',
  NATIONAL_STAFF: '/office',
  EXPERT: '/review',
  EXAMINER: '/review',
  AUDITOR: '/office',
  SYSTEM_ADMIN: '/office',
};
