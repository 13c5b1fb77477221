import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { RequestUnitAdminInput } from './schema';

/** A person asks to administer a unit; the association of its province approves. */
export async function requestUnitAdmin(
  step: Step<Transaction, unknown, RequestUnitAdminInput>,
): Promise<{ unit: string }> {
  const { tx, actor, input, now } = step;
  const { personId } = actor;
  if (!personId) throw new NotFoundError('person');
  const unit = await tx.unit.findUnique({ where: { creditCode: input.creditCode } });
  if (!unit) throw refused('没有登记过这个统一社会信用代码的单位，请核对代码，或先登记单位。');
  if (unit.status === 'REJECTED') throw refused(`“${unit.name}”未通过核实，不能申请管理员，请联系省级协会。`);
  // Two clicks at once: the second waits here and then finds the first.
  await tx.$executeRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`;
  const held = await tx.roleGrant.findFirst({
    where: { personId, role: 'UNIT_ADMIN', unitId: unit.id, revokedAt: null },
  });
  if (held?.approvedAt) throw refused(`您已经是“${unit.name}”的单位管理员。`);
  if (held) throw refused(`您的申请正在等待协会核实，不需要重复提交。`);
  const grant = await tx.roleGrant.create({ data: { personId, role: 'UNIT_ADMIN', unitId: unit.id, grantedAt: now } });
  await recordEvent(tx, {
    stream: `unit:${unit.id}`,
    name: 'admin_requested',
    actor,
    at: now,
    note: input.note,
    data: { grantId: grant.id, personId, takesOver: input.takesOver },
  });
  return { unit: unit.name };
}

const refused = (sentence: string): DomainError => new DomainError('UNIT_ADMIN', sentence, { creditCode: [sentence] });
