import { beforeAll, describe, expect, it } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { enterPersona } from '@/lib/accounts/enter-persona';
import { personas } from '@/lib/accounts/personas';
import { sendCode } from '@/lib/accounts/send-code';
import { db } from '@/lib/db/client';
import { parseIdNumber } from '@/lib/kernel/id-number';
import { fields } from '@/lib/secrets';
import { seedPeople } from '@/prisma/seed/people';
import { seededHouse } from '../../build/applications/house';
import { lastSms, somewhere, today } from '../../build/accounts/registration';

beforeAll(async () => {
  await seededHouse();
  await seedPeople(db, today);
});

const enter = (persona: string) => enterPersona({ input: { persona }, now: today, request: somewhere });

describe('the people of the demo', () => {
  it.each(personas.map(({ slug, role }) => [slug, role]))('%s enters as %s', async (slug, role) => {
    const { sessionId } = await enter(slug);
    expect(await actorOfSession(sessionId, today)).toMatchObject({ role });
  });

  it('work where their role says', async () => {
    const actorAs = async (slug: string) => actorOfSession((await enter(slug)).sessionId, today);
    expect(await actorAs('staff-jiangsu')).toMatchObject({ associationId: 'jiangsu' });
    expect(await actorAs('staff-national')).toMatchObject({ associationId: 'national' });
    const admin = await actorAs('unit-admin');
    const unit = await db.unit.findUnique({ where: { id: admin?.unitId ?? '' } });
    expect(unit).toMatchObject({ name: '示例市第一中学（演示）', status: 'APPROVED' });
  });

  it('are seeded once, however often the product starts', async () => {
    const before = await Promise.all([db.person.count(), db.roleGrant.count(), db.certificate.count()]);
    await seedPeople(db, new Date(today.getTime() + 86_400_000));
    expect(await Promise.all([db.person.count(), db.roleGrant.count(), db.certificate.count()])).toEqual(before);
  });

  it('have numbers valid in form, no password, and get none by a code', async () => {
    for (const person of await db.person.findMany({ where: { persona: { not: null } } })) {
      const number = fields().open(person.documentCipher);
      expect(parseIdNumber('MAINLAND_ID', number)).toMatchObject({ ok: true, sex: person.sex });
      expect(number.slice(0, 6)).toBe('320000');
      expect(fields().open(person.phoneCipher)).toMatch(/^1990000\d{4}$/);
      expect(person.passwordHash).toBeNull();
    }
    await sendCode({ purpose: 'RESET_PASSWORD', input: { mobile: '19900000002' }, now: today, request: somewhere });
    expect(await lastSms('19900000002')).toContain('没有可以使用的账号');
  });

  it('let nobody else in', async () => {
    await expect(enter('nobody')).rejects.toThrow('not found');
  });
});
