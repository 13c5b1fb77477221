import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';

/** Whether somebody belongs to the unit of this code: administers it, asks to, or has applied from it. */
export async function isTiedTo(
  tx: Transaction,
  { personId }: Pick<Actor, 'personId'>,
  creditCode: string,
): Promise<boolean> {
  if (!personId) return false;
  const unit = { creditCode };
  const grants = await tx.roleGrant.count({ where: { personId, role: 'UNIT_ADMIN', revokedAt: null, unit } });
  if (grants > 0) return true;
  return (await tx.application.count({ where: { personId, status: { not: 'DISCARDED' }, unit } })) > 0;
}

export async function insistOnNoTie(tx: Transaction, actor: Actor, creditCode: string | undefined): Promise<void> {
  if (creditCode && (await isTiedTo(tx, actor, creditCode))) {
    throw new DomainError('TIED', '您与申请人的单位有关联，这份申报请由其他工作人员办理。');
  }
}
