import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { sendMessage } from '@/lib/messages/send-message';
import { type LockedUnitAdmin, lockUnitAdmin } from './lock-unit-admin';
import { unitNotices } from './unit-notices';

type Decision = Step<Transaction, LockedUnitAdmin, { note: string }>;
type Approval = Step<Transaction, LockedUnitAdmin, { note: string; endsGrantId?: string }>;
type Outcome = 'admin_approved' | 'admin_rejected' | 'admin_revoked' | 'admin_handed_over';

/** With `endsGrantId` it is a hand-over: one administrator's task ends in the step in which the other's begins. */
export async function approveUnitAdmin(step: Approval): Promise<void> {
  const { tx, actor, subject: grant, input, now } = step;
  refuseDecided(grant);
  if (grant.unit?.status !== 'APPROVED')
    throw new DomainError('UNIT_PENDING', '单位还没有核实，请先核实单位，再通过管理员申请。');
  if (grant.person.disabledAt) throw new DomainError('DISABLED', '申请人的账号已停用，不能通过。');
  const replacesId = input.endsGrantId || null;
  if (replacesId) await endReplaced(step, replacesId);
  await tx.roleGrant.update({
    where: { id: grant.id },
    data: { approvedAt: now, grantedById: actor.personId, replacesId },
  });
  await tell(step, 'admin_approved');
}

async function endReplaced(step: Approval, grantId: string): Promise<void> {
  const { tx, actor, subject: coming, now } = step;
  const leaving = await lockUnitAdmin(tx, grantId);
  if (leaving.unitId !== coming.unitId) throw new NotFoundError('grant');
  if (leaving.personId === actor.personId)
    throw new DomainError('OWN', '不能办理自己的单位管理员身份，请由其他工作人员办理。');
  if (!leaving.approvedAt || leaving.revokedAt)
    throw new DomainError('REVOKED', `${leaving.person.name}已经不是管理员，请刷新页面。`);
  await tx.roleGrant.update({ where: { id: leaving.id }, data: { revokedAt: now } });
  await tell({ ...step, subject: leaving, input: { note: coming.person.name } }, 'admin_handed_over');
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
