import { randomInt } from 'node:crypto';
import { db } from '@/lib/db/client';
import { idCheckCharacter } from '@/lib/kernel/id-number';
import type { Actor, Role } from '@/lib/kernel/actor';
import { fields } from '@/lib/secrets';

interface Wish {
  name?: string;
  birthday?: string;
}

/** A registered person who acts as applicant. The region 320000 begins no real number. */
export async function anApplicant({ name = '陆示例', birthday = '1990-06-15' }: Wish = {}): Promise<Actor> {
  const first17 = `320000${birthday.replaceAll('-', '')}${String(randomInt(1000)).padStart(3, '0')}`;
  const document = first17 + idCheckCharacter(first17);
  const phone = `1990000${String(randomInt(10_000)).padStart(4, '0')}`;
  const tag = `${document}-${randomInt(1e9)}`;
  const person = await db.person.create({
    data: {
      name,
      documentKind: 'MAINLAND_ID',
      documentCipher: fields().seal(document),
      documentIndex: tag,
      phoneCipher: fields().seal(phone),
      phoneIndex: tag,
      birthday: new Date(`${birthday}T00:00:00Z`),
      sex: 'FEMALE',
    },
  });
  return { personId: person.id, name, role: 'APPLICANT', associationId: null, unitId: null, sessionId: null };
}

export async function unitAdminOf(unitId: string): Promise<Actor> {
  return { ...(await anApplicant({ name: '管示例' })), role: 'UNIT_ADMIN', unitId };
}

/** Staff, with the grant that makes them so. */
export async function staffOf(role: Role, associationId: string, name = '审示例'): Promise<Actor> {
  const actor = await anApplicant({ name });
  const { personId } = actor;
  if (!personId) throw new Error('a person has an id');
  await db.roleGrant.create({ data: { personId, role, associationId, grantedAt: new Date(0), approvedAt: new Date(0) } });
  return { ...actor, role, associationId };
}

export async function holdCertificate(actor: Actor, level: 'PRIMARY' | 'INTERMEDIATE', associationId = 'jiangsu'): Promise<void> {
  await db.certificate.create({
    data: {
      number: `T${randomInt(1e9)}`,
      personId: actor.personId ?? '',
      associationId,
      level,
      holderName: actor.name,
      issuedOn: new Date('2023-12-15T00:00:00Z'),
    },
  });
}
