import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { sendMessage } from '@/lib/messages/send-message';
import type { LockedUnitAdmin } from './lock-unit-admin';
import { unitNotices } from './unit-notices';

type Decision = Step<Transaction, LockedUnitAdmin, { note: string }>;
type Outcome = 'admin_approved' | 'admin_rejected' | 'admin_revoked';

export async function approveUnitAdmin(step: Decision): Promise<void> {
  const { tx, actor, subject: grant, now } = step;
  refuseDecided(grant);
  if (grant.unit?.status !== 'APPROVED')
    throw new DomainError('UNIT_PENDING', '单位还没有核实，请先核实单位，再通过管理员申请。');
  if (grant.person.disabledAt) throw new DomainError('DISABLED', '申请人的账号已停用，不能通过。');
  await tx.roleGrant.update({ where: { id: grant.id }, data: { approvedAt: now, grantedById: actor.personId } });
  await tell(step, 'admin_approved');
}

export async function rejectUnitAdmin(step: Decision): Promise<void> {
  const { tx, subject: grant, now } = step;
  refuseDecided(grant);
  await tx.roleGrant.update({ where: { id: grant.id }, data: { revokedAt: now } });
  await tell(step, 'admin_rejected');
}

/** When an administrator has left or was wrong; works from the next request of his on. */
export async function revokeUnitAdmin(step: Decision): Promise<void> {
  const { tx, subject: grant, now } = step;
  if (grant.revokedAt) throw new DomainError('REVOKED', '这个身份已经撤销，请刷新页面。');
  await tx.roleGrant.update({ where: { id: grant.id }, data: { revokedAt: now } });
  await tell(step, 'admin_revoked');
}

function refuseDecided(grant: LockedUnitAdmin): void {
  if (grant.approvedAt || grant.revokedAt) throw new DomainError('DECIDED', '这份申请已经处理过，请刷新页面。');
}

async function tell({ tx, actor, subject: grant, input, now }: Decision, name: Outcome): Promise<void> {
  const { unit, personId } = grant;
  if (!unit) throw new Error('the grant of a unit administrator names no unit');
  const data = { grantId: grant.id, personId };
  await recordEvent(tx, { stream: `unit:${unit.id}`, name, actor, at: now, note: input.note, data });
  await recordEvent(tx, {
    stream: `person:${personId}`,
    name,
    actor,
    at: now,
    note: input.note,
    data: { unitId: unit.id },
  });
  const { subject, text } = unitNotices[name];
  const words = text({ unit: unit.name, note: input.note });
  await sendMessage({ tx, personId, template: `unit.${name}`, subject, text: words, channels: ['SITE', 'SMS'], now });
}
