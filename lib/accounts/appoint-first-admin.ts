import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { parseMobile } from '@/lib/kernel/mobile';
import { fields } from '@/lib/secrets';

/** While there is no system administrator, the owner of the named, registered number becomes one. True when done. */
export async function appointFirstAdmin(mobile: string, now: Date): Promise<boolean> {
  const number = parseMobile(mobile);
  if (!number.ok) throw new Error('FIRST_ADMIN_MOBILE is not a mobile number');
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('first-admin', 7))`;
    const held = await tx.roleGrant.count({ where: { role: 'SYSTEM_ADMIN', revokedAt: null } });
    const person = await tx.person.findUnique({ where: { phoneIndex: fields().index('phone', number.normalised) } });
    if (held > 0 || !person) return false;
    await tx.roleGrant.create({ data: { personId: person.id, role: 'SYSTEM_ADMIN', grantedAt: now, approvedAt: now } });
    const data = { role: 'SYSTEM_ADMIN' };
    await recordEvent(tx, { stream: `person:${person.id}`, name: 'role_granted', actor: systemActor, at: now, data });
    return true;
  });
}
