import { expect, it } from 'vitest';
import { purgeExpired } from '@/lib/accounts/purge-expired';
import { db } from '@/lib/db/client';
import { codeFor, registered, somebodyNew, today } from '../../build/accounts/registration';

const daysLater = (days: number): Date => new Date(today.getTime() + days * 86_400_000);

it('takes away what ran out: counters after a day, codes after a month, sessions only after more than a year', async () => {
  await registered();
  await codeFor(somebodyNew().mobile);
  await purgeExpired(daysLater(3));
  expect(await db.rateLimit.count()).toBe(0);
  expect(await db.verificationCode.count()).toBe(2);
  await purgeExpired(daysLater(200));
  expect(await db.verificationCode.count()).toBe(0);
  expect(await db.session.count()).toBe(1);
  await purgeExpired(daysLater(410));
  expect(await db.session.count()).toBe(0);
});
