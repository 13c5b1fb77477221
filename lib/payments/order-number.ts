import { randomInt } from 'node:crypto';
import { beijingStamp } from '@/lib/kernel/dates';

const prefix = 'coaa028';

/** coaa028 + Beijing time to the second + seven digits, as on the notice's order card. */
export function orderNumber(at: Date, tail: number = randomInt(10_000_000)): string {
  return prefix + beijingStamp(at) + String(tail).padStart(7, '0');
}

/** What a provider knows one try by: at most 32 characters, none used twice. */
export const attemptNumber = (number: string, sequence: number): string => `${number}-${sequence}`;
