import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { fields } from '@/lib/secrets';
import { endSessions } from './end-sessions';
import type { LockedPerson } from './lock-person';

const over = ['REJECTED', 'CERTIFIED', 'NOT_PASSED', 'WITHDRAWN', 'DISCARDED'] as const;

/** Says what stands against closing an account, or null. */
export async function whatStopsClosing(tx: Transaction, personId: string): Promise<string | null> {
  const running = await tx.application.count({ where: { personId, status: { notIn: [...over] } } });
  if (running > 0) return '还有进行中的申报，请先删除草稿、撤回或等待办结，再申请注销。';
  const owed = await tx.order.count({
    where: { personId, status: { in: ['PAYING', 'VOUCHER_UPLOADED', 'REFUNDING'] } },
  });
  return owed > 0 ? '还有支付或退款没有办完的订单，请等待办结，再申请注销。' : null;
}

/**
 * Ends an account. Name and ID number stay only where applications, orders or certificates must be kept, and so that
 * nobody applies twice in a cycle by closing and registering again.
 */
export async function closeAccount(tx: Transaction, person: LockedPerson, now: Date): Promise<void> {
  const because = await whatStopsClosing(tx, person.id);
  if (because) throw new DomainError('STILL_RUNNING', because);
  const mustKeep = await hasRecordsToKeep(tx, person.id);
  await endSessions({ tx, personId: person.id, now });
  await tx.roleGrant.updateMany({ where: { personId: person.id, revokedAt: null }, data: { revokedAt: now } });
  await tx.recoveryRequest.updateMany({
    where: { personId: person.id, status: 'OPEN' },
    data: { status: 'REFUSED', decidedAt: now, decisionNote: '账号已注销' },
  });
  await tx.person.update({
    where: { id: person.id },
    data: {
      phoneCipher: fields().seal(''),
      phoneIndex: `closed:${person.id}`,
      email: null,
      passwordHash: null,
      disabledAt: now,
      closedAt: now,
      ...(mustKeep ? {} : namelessFields(person.id)),
    },
  });
}

const namelessFields = (personId: string) => ({
  name: '已注销',
  documentCipher: fields().seal(''),
  documentIndex: `closed:${personId}`,
  birthday: null,
  sex: null,
});

async function hasRecordsToKeep(tx: Transaction, personId: string): Promise<boolean> {
  const [certificates, orders, applications] = await Promise.all([
    tx.certificate.count({ where: { personId } }),
    tx.order.count({ where: { personId } }),
    tx.application.count({ where: { personId, status: { not: 'DISCARDED' } } }),
  ]);
  return certificates + orders + applications > 0;
}
