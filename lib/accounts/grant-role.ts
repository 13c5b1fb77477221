import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { roleNames } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { LockedPerson } from './lock-person';
import { clashingRole } from './policy';
import type { grantableRoles } from './schema';
import { tellPerson } from './tell-person';

type GrantableRole = (typeof grantableRoles)[number];
type Grant = Step<Transaction, LockedPerson, { role: GrantableRole; associationId: string }>;

/** Gives a role, with the association that it is for. Never to oneself; the policy has seen to that. */
export async function grantRole({ tx, actor, subject: person, input, now }: Grant): Promise<void> {
  if (person.disabledAt) throw new DomainError('DISABLED', '这个账号已停用，不能授予身份。');
  const associationId = await associationFor(tx, input);
  const held = await tx.roleGrant.findMany({ where: { personId: person.id, revokedAt: null } });
  if (held.some((grant) => grant.role === input.role && grant.associationId === associationId)) {
    throw new DomainError('HELD', `${person.name}已经有“${roleNames[input.role]}”身份。`);
  }
  const clash = clashingRole(
    input.role,
    held.map(({ role }) => role),
  );
  if (clash) {
    throw new DomainError(
      'APART',
      `${person.name}现在是${roleNames[clash]}，不能同时担任${roleNames[input.role]}。请先撤销原来的身份。`,
    );
  }
  await tx.roleGrant.create({
    data: {
      personId: person.id,
      role: input.role,
      associationId,
      grantedAt: now,
      grantedById: actor.personId,
      approvedAt: now,
    },
  });
  await recordEvent(tx, {
    stream: `person:${person.id}`,
    name: 'role_granted',
    actor,
    at: now,
    data: { role: input.role, associationId },
  });
  await tellPerson({ tx, personId: person.id, notice: 'role_granted', blanks: { role: roleNames[input.role] }, now });
}

async function associationFor(tx: Transaction, { role, associationId }: Grant['input']): Promise<string | null> {
  if (role === 'SYSTEM_ADMIN') return null;
  if (role === 'NATIONAL_STAFF') return 'national';
  const association = await tx.association.findUnique({ where: { id: associationId } });
  const isProvincialWork = role === 'REVIEWER' || role === 'FINANCE';
  if (!association || (role === 'REVIEWER' && association.kind === 'NATIONAL')) {
    const sentence = isProvincialWork ? '请选择这个身份所属的省级协会。' : '请选择这个身份所属的协会。';
    throw new DomainError('ASSOCIATION_MISSING', sentence, { associationId: [sentence] });
  }
  return association.id;
}
