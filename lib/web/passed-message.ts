import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { env } from '@/lib/env';
import { localPath } from './local-path';

const passed = z.object({ tone: z.enum(['info', 'success', 'danger']), text: z.string() });
export type PassedMessage = z.infer<typeof passed>;

const signed = passed.extend({ until: z.number() });

const name = 'said';
/** Words may hold what somebody typed: a link with them is worth nothing to whoever it is sent to later. */
const lifeMs = 5 * 60_000;

/** A page of ours with one sentence for it to say: signed, so that nobody else can put words into our pages. */
export function withMessage(path: string, message: PassedMessage): string {
  const url = new URL(localPath(path) ?? '/', 'http://local');
  const body = Buffer.from(JSON.stringify({ ...message, until: Date.now() + lifeMs })).toString('base64url');
  url.searchParams.set(name, `${body}.${sign(body)}`);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sentence that came with this address, or null. */
export function passedMessage(query: Record<string, string | string[] | undefined>): PassedMessage | null {
  const given = query[name];
  const [body = '', signature = ''] = typeof given === 'string' ? given.split('.') : [];
  const expected = Buffer.from(sign(body));
  const actual = Buffer.from(signature);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  const { until, ...message } = signed.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return Date.now() <= until ? message : null;
}

const sign = (body: string): string =>
  createHmac('sha256', env.AUTH_SECRET).update(`said:${body}`).digest('base64url').slice(0, 32);
