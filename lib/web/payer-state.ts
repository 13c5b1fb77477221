import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

const lifeMs = 10 * 60_000;

/** Goes through WeChat and comes back with the code: proof that this person asked for it, for this order. Letters and digits only. */
export function makePayerState(subject: string): string {
  const until = (Date.now() + lifeMs).toString(36);
  return `${sign(subject, until)}${until}`;
}

export function isPayerState(state: string, subject: string): boolean {
  const until = state.slice(digestLength);
  const expected = Buffer.from(sign(subject, until));
  const given = Buffer.from(state.slice(0, digestLength));
  return expected.length === given.length && timingSafeEqual(expected, given) && Number.parseInt(until, 36) > Date.now();
}

const digestLength = 40;

const sign = (subject: string, until: string): string =>
  createHmac('sha256', env.AUTH_SECRET).update(`payer:${subject}:${until}`).digest('hex').slice(0, digestLength);
