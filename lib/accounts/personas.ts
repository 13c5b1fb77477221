import { db } from '@/lib/db/client';
import type { Role } from '@/lib/kernel/actor';

export interface Persona {
  slug: string;
  role: Role;
  /** The button reads 以…身份进入. */
  label: string;
  about: string;
}

/** Demo persons that anybody may enter as; the seed makes them, the page lists them in this order. */
export const personas = [
  {
    slug: 'applicant',
    role: 'APPLICANT',
    label: '申请人（幼儿园教师）',
    about: '还没有申报，可以从选择级别开始走一遍。',
  },
  { slug: 'teacher', role: 'APPLICANT', label: '申请人（中学教师）', about: '还没有申报；所在学校有单位管理员。' },
  { slug: 'holder', role: 'APPLICANT', label: '申请人（持中级证书）', about: '已持有江苏省中级证书，可以申报高级。' },
  { slug: 'unit-admin', role: 'UNIT_ADMIN', label: '单位管理员', about: '办理本校教师的盖章件，不能办理自己的。' },
  { slug: 'staff-jiangsu', role: 'REVIEWER', label: '江苏省审核人员', about: '审查江苏省初级、中级申报，核实单位。' },
  { slug: 'finance-jiangsu', role: 'FINANCE', label: '江苏省财务人员', about: '核对缴费，确认线下汇款。' },
  { slug: 'finance-second', role: 'FINANCE', label: '江苏省财务人员（复核）', about: '复核退款和大额汇款，不能复核自己提出的。' },
  { slug: 'staff-national', role: 'NATIONAL_STAFF', label: '全国协会工作人员', about: '审查高级申报。' },
  { slug: 'expert', role: 'EXPERT', label: '评审专家', about: '评审分配给自己的业绩成果。' },
  { slug: 'examiner', role: 'EXAMINER', label: '考务人员', about: '办理考试事务。' },
  { slug: 'auditor', role: 'AUDITOR', label: '审计员', about: '只读查看全部操作记录。' },
  { slug: 'sysadmin', role: 'SYSTEM_ADMIN', label: '系统管理员', about: '分配角色，处理账号找回。' },
] as const satisfies readonly Persona[];

export type PersonaSlug = (typeof personas)[number]['slug'];

export const personaOf = (slug: string): Persona | undefined => personas.find((persona) => persona.slug === slug);

/** The seeded person behind a slug, with the grant that its role needs. */
export async function findPersona(
  slug: string,
): Promise<{ personId: string; roleGrantId: string | null; role: Role } | null> {
  const persona = personaOf(slug);
  if (!persona) return null;
  const person = await db.person.findUnique({
    where: { persona: slug },
    include: { roles: { where: { revokedAt: null } } },
  });
  if (!person) return null;
  if (persona.role === 'APPLICANT') return { personId: person.id, roleGrantId: null, role: persona.role };
  const grant = person.roles.find(({ role }) => role === persona.role);
  return grant ? { personId: person.id, roleGrantId: grant.id, role: persona.role } : null;
}
