import { env } from '@/lib/env';

let shiftMs: number | undefined;

/** The app's clock. In demo mode APP_CLOCK names the instant from which it runs on. */
export function now(): Date {
  shiftMs ??= env.isDemo && env.APP_CLOCK ? Date.parse(env.APP_CLOCK) - Date.now() : 0;
  return new Date(Date.now() + shiftMs);
}
