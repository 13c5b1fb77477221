import { db } from '@/lib/db/client';

const day = 24 * 60 * 60_000;
/** Logs of access are kept half a year at least; sessions are such a log. */
const sessionsKeptMs = 400 * day;

/** Takes away counters that ran out, codes a month old, and sessions long over. */
export async function purgeExpired(now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  await db.rateLimit.deleteMany({ where: { expire: { lt: before(day) } } });
  await db.verificationCode.deleteMany({ where: { expiresAt: { lt: before(30 * day) } } });
  await db.session.deleteMany({ where: { expiresAt: { lt: before(sessionsKeptMs) } } });
}
