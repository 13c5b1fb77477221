import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { revokeUnitAdmin } from './decide-unit-admin';
import type { LockedUnitAdmin } from './lock-unit-admin';

/** The administrator gives the task back; where he is signed in, he goes on as applicant. */
export async function resignUnitAdmin(step: Step<Transaction, LockedUnitAdmin, unknown>): Promise<void> {
  const { tx, subject: grant } = step;
  await tx.session.updateMany({ where: { roleGrantId: grant.id }, data: { roleGrantId: null } });
  await revokeUnitAdmin({ ...step, input: { note: '本人交回管理员身份' } });
}
