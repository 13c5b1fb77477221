import { countTry } from '@/lib/accounts/count-try';
import { recordEvent } from '@/lib/audit/record-event';
import type { Person } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { sendMessage } from '@/lib/messages/send-message';
import { fields } from '@/lib/secrets';
import type { LockedUnitAdmin } from './lock-unit-admin';
import type { NameSuccessorInput } from './schema';
import { unitNotices } from './unit-notices';

type Naming = Step<Transaction, LockedUnitAdmin, NameSuccessorInput>;

const triesADay = 10;
const day = 24 * 60 * 60_000;

/** Who leaves names who follows; the association approves, and his own task ends in that same step. */
export async function nameSuccessor(step: Naming): Promise<{ successor: string }> {
  const { tx, actor, subject: leaving, input, now } = step;
  const { unit, unitId } = leaving;
  if (!unit || !unitId) throw new Error('the grant of a unit administrator names no unit');
  if (!leaving.approvedAt || leaving.revokedAt) throw new DomainError('ENDED', '您已经不是这个单位的管理员。');
  const waiting = await tx.roleGrant.count({ where: { replacesId: leaving.id, ...undecided } });
  if (waiting > 0) throw new DomainError('NAMED', '您已经提名了接任的人，正在等待协会核实。要换人，请先撤回。');
  const successor = await findSuccessor(step);
  const held = await tx.roleGrant.findFirst({
    where: { personId: successor.id, role: 'UNIT_ADMIN', unitId, revokedAt: null },
  });
  if (held?.approvedAt) {
    throw refused(`${successor.name}已经是本单位的管理员，不用提名；您可以在“身份”页直接交回管理员身份。`);
  }
  const facts = { replacesId: leaving.id, namedById: actor.personId };
  const grant = held
    ? await tx.roleGrant.update({ where: { id: held.id }, data: facts })
    : await tx.roleGrant.create({
        data: { personId: successor.id, role: 'UNIT_ADMIN', unitId, grantedAt: now, ...facts },
      });
  const data = { grantId: grant.id, personId: successor.id };
  await recordEvent(tx, { stream: `unit:${unitId}`, name: 'admin_named', actor, at: now, note: input.note, data });
  await tellSuccessor(step, { personId: successor.id, unit: unit.name });
  return { successor: successor.name };
}

const undecided = { approvedAt: null, revokedAt: null } as const;

/** Takes the nomination back; what the successor had asked for by himself goes on. */
export async function withdrawSuccessor({
  tx,
  actor,
  subject: grant,
  now,
}: Step<Transaction, LockedUnitAdmin, unknown>): Promise<void> {
  if (grant.approvedAt || grant.revokedAt) throw new DomainError('DECIDED', '协会已经处理了这份提名，请刷新页面。');
  const asked = await tx.auditEvent.count({
    where: {
      stream: `unit:${grant.unitId}`,
      name: 'admin_requested',
      data: { path: ['grantId'], equals: grant.id },
    },
  });
  await tx.roleGrant.update({
    where: { id: grant.id },
    data: asked > 0 ? { replacesId: null, namedById: null } : { revokedAt: now },
  });
  const data = { grantId: grant.id, personId: grant.personId };
  await recordEvent(tx, {
    stream: `unit:${grant.unitId}`,
    name: 'admin_revoked',
    actor,
    at: now,
    note: '提名人撤回提名',
    data,
  });
}

/** Name and number must both be his: nobody learns from this whose number is registered. */
async function findSuccessor({ tx, actor, input, now }: Naming): Promise<Person> {
  const { count } = await countTry({ key: `name-successor:${actor.personId}`, most: triesADay + 1, windowMs: day }, now);
  if (count > triesADay) throw new DomainError('NAME_LIMIT', `每天最多提名 ${triesADay} 次，请明天再试。`);
  const person = await tx.person.findUnique({ where: { phoneIndex: fields().index('phone', input.mobile) } });
  if (!person || person.name !== input.name || person.disabledAt || person.closedAt) {
    throw refused('没有找到这个姓名和手机号的账号。请核对；对方没有账号的，请先注册。');
  }
  if (person.id === actor.personId) throw refused('不能提名自己接任。');
  return person;
}

async function tellSuccessor(
  { tx, input, now }: Naming,
  { personId, unit }: { personId: string; unit: string },
): Promise<void> {
  const { subject, text } = unitNotices.admin_named;
  const words = text({ unit, note: input.note });
  await sendMessage({ tx, personId, template: 'unit.admin_named', subject, text: words, channels: ['SITE', 'SMS'], now });
}

const refused = (sentence: string): DomainError => new DomainError('SUCCESSOR', sentence, { mobile: [sentence] });
