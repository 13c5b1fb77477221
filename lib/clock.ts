import { env } from '@/lib/env';

let shiftMs: number | undefined;

/** The app's clock. In demo mode APP_CLOCK names the instant from which it runs on. */
export function now(): Date {
  shiftMs ??= env.isDemo && env.APP_CLOCK ? Date.parse(env.APP_CLOCK) - runsSince() : 0;
  return new Date(Date.now() + shiftMs);
}

function runsSince(): number {
  return env.APP_CLOCK_SINCE ? Date.parse(env.APP_CLOCK_SINCE) : Date.now();
}
