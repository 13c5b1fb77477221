import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

const lifeMs = 60_000;

/** A short-lived proof, made by a server action, that this session may be put into the sign-in cookie. */
export function makeTicket(sessionId: string): string {
  const body = `${sessionId}.${Date.now() + lifeMs}`;
  return `${body}.${sign(body)}`;
}

export function readTicket(ticket: unknown): string | null {
  if (typeof ticket !== 'string') return null;
  const [sessionId = '', until = '', signature = ''] = ticket.split('.');
  const expected = Buffer.from(sign(`${sessionId}.${until}`));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  return Number(until) > Date.now() ? sessionId : null;
}

const sign = (body: string): string =>
  createHmac('sha256', env.AUTH_SECRET).update(`ticket:${body}`).digest('base64url');
