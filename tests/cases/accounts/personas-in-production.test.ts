import { expect, it, vi } from 'vitest';
import { enterPersona } from '@/lib/accounts/enter-persona';
import { db } from '@/lib/db/client';
import { outboxMessages } from '@/lib/messages/outbox';
import { seedPeople } from '@/prisma/seed/people';
import { seededHouse } from '../../build/applications/house';
import { somewhere, today } from '../../build/accounts/registration';

vi.mock('@/lib/env', async (original) => {
  const { env, ...rest } = await original<typeof import('@/lib/env')>();
  return {
    ...rest,
    env: new Proxy(env, { get: (target, name) => (name === 'isDemo' ? false : Reflect.get(target, name)) }),
  };
});

it('in production there are no personas and no outbox, even if their rows exist', async () => {
  await seededHouse();
  await seedPeople(db, today);
  await expect(enterPersona({ input: { persona: 'sysadmin' }, now: today, request: somewhere })).rejects.toThrow(
    'not found',
  );
  await expect(outboxMessages('')).rejects.toThrow('not found');
});
