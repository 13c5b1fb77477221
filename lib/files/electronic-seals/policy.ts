import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYet, notYours, yes } from '@/lib/kernel/judgement';

interface JudgedAnchor {
  addedById: string | null;
  approvedAt: Date | null;
  retiredAt: Date | null;
}

export const judgeSeeAnchors = (actor: Pick<Actor, 'role'>): Judgement => (actor.role === 'SYSTEM_ADMIN' ? yes : notYours);

/** In force only when a second administrator has compared the fingerprint. */
export function judgeApproveAnchor(actor: Actor, anchor: JudgedAnchor): Judgement {
  if (actor.role !== 'SYSTEM_ADMIN') return notYours;
  if (anchor.retiredAt) return notYet('这个证书已经停用。');
  if (anchor.approvedAt) return notYet('这个证书已经启用。');
  return anchor.addedById === actor.personId ? notYet('由您登记，请另一位系统管理员复核启用。') : yes;
}

/** Trust is withdrawn at once, by one person. */
export function judgeRetireAnchor(actor: Actor, anchor: JudgedAnchor): Judgement {
  if (actor.role !== 'SYSTEM_ADMIN') return notYours;
  return anchor.retiredAt ? notYet('这个证书已经停用。') : yes;
}
