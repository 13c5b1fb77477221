import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { remaining } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';

export interface Limit {
  key: string;
  most: number;
  windowMs: number;
}

export interface Tries {
  count: number;
  /** When the counter begins anew. */
  until: Date;
}

const hour = 60 * 60_000;

/**
 * Counts one try in a statement of its own, so that parallel tries all count and a refused change does not take them
 * back. The window begins with the first try, and once more with the one that reaches `most`: from there it is a lock.
 */
export async function countTry({ key, most, windowMs }: Limit, now: Date): Promise<Tries> {
  const until = new Date(now.getTime() + windowMs);
  const [row] = await db.$queryRaw<{ points: number; expire: Date }[]>`
    INSERT INTO "RateLimit" AS r (key, points, expire) VALUES (${key}, 1, ${until})
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN r.expire <= ${now} THEN 1 ELSE r.points + 1 END,
      expire = CASE WHEN r.expire <= ${now} OR r.points + 1 = ${most} THEN ${until} ELSE r.expire END
    RETURNING points, expire`;
  if (!row) throw new Error('a try was not counted');
  return { count: row.points, until: row.expire };
}

/** A try that does not count after all: it was the right one. */
export async function takeBackTry(key: string): Promise<void> {
  await db.rateLimit.updateMany({ where: { key, points: { gt: 0 } }, data: { points: { decrement: 1 } } });
}

export async function forgetTries(key: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key } });
}

/** One address may be a whole school, so the allowance is wide; without a known address nothing is counted. */
export async function countAddress(what: string, ip: string, now: Date): Promise<void> {
  if (!ip) return;
  const { count, until } = await countTry(
    { key: addressKey(what, ip), most: env.TRIES_PER_ADDRESS, windowMs: hour },
    now,
  );
  if (count <= env.TRIES_PER_ADDRESS) return;
  throw new DomainError(
    'ADDRESS_LIMIT',
    `您所在的网络操作过于频繁，请在 ${remaining(now, until)}后再试，或换一个网络。`,
  );
}

export const takeBackAddress = (what: string, ip: string): Promise<void> => takeBackTry(addressKey(what, ip));

const addressKey = (what: string, ip: string): string => `${what}:address:${ip}`;
