import type { Role } from '@/lib/kernel/actor';

const minute = 60_000;
const day = 24 * 60 * minute;

export const sessionLifeMs = 7 * day;

/** Staff leave a shared office desk; applicants fill in long forms on a phone. */
export const idleLimitMs = (role: Role): number => (role === 'APPLICANT' ? day : 30 * minute);
