import { log } from '@/lib/log';
import { db } from '@/lib/db/client';

const patienceMs = 3_000;

export async function isDatabaseAlive(): Promise<boolean> {
  const tooLate = new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('no answer')), patienceMs).unref());
  try {
    await Promise.race([db.$queryRaw`SELECT 1`, tooLate]);
    return true;
  } catch (error) {
    log().warn({ err: error }, 'database does not answer');
    return false;
  }
}
