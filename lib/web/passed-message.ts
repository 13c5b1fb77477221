import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { env } from '@/lib/env';

const passed = z.object({ tone: z.enum(['info', 'success', 'danger']), text: z.string() });
export type PassedMessage = z.infer<typeof passed>;

const name = 'said';

/** A page of ours with one sentence for it to say: signed, so that nobody else can put words into our pages. */
export function withMessage(path: string, message: PassedMessage): string {
  const url = new URL(localPath(path), 'http://local');
  const body = Buffer.from(JSON.stringify(message)).toString('base64url');
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
  return passed.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
}

/** Only ever a path of our own. */
export const localPath = (path: string): string => (/^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : '/');

const sign = (body: string): string =>
  createHmac('sha256', env.AUTH_SECRET).update(`said:${body}`).digest('base64url').slice(0, 32);
