import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { type Role, roleNames } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';

/** From now on this session acts in one other role: a grant that stands, or as applicant. */
export async function switchRole(step: Step<Transaction, unknown, { grantId: string }>): Promise<Role> {
  const { tx, actor, input, now } = step;
  const { personId, sessionId } = actor;
  if (!personId || !sessionId) throw new NotFoundError('session');
  const grant =
    input.grantId === 'applicant'
      ? null
      : await tx.roleGrant.findFirst({
          where: { id: input.grantId, personId, revokedAt: null, approvedAt: { not: null } },
        });
  if (input.grantId !== 'applicant' && !grant) throw new NotFoundError('grant');
  const role = grant?.role ?? 'APPLICANT';
  await tx.session.update({ where: { id: sessionId }, data: { roleGrantId: grant?.id ?? null } });
  await recordEvent(tx, {
    stream: `person:${personId}`,
    name: 'role_switched',
    actor,
    at: now,
    data: { from: roleNames[actor.role], to: roleNames[role] },
  });
  return role;
}
