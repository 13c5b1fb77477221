import { claimApplication } from '@/lib/applications/claim-application';
import { acceptApplication, rejectApplication, returnApplication } from '@/lib/applications/decide-eligibility';
import { decisionInput } from '@/lib/applications/office-schema';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { act } from './act';
import { today } from './house';
import { staffOf } from './people';
import type { Draft } from './drafts';
import { aCompleteApplication } from './submitted';

export interface UnderReview extends Draft {
  reviewer: Actor;
}

/** Complete, and claimed by a reviewer of the association that decides. */
export async function anApplicationUnderReview(
  wish: Parameters<typeof aCompleteApplication>[0] = {},
): Promise<UnderReview> {
  const draft = await aCompleteApplication(wish);
  const reviewer =
    wish.level === 'SENIOR' ? await staffOf('NATIONAL_STAFF', 'national') : await staffOf('REVIEWER', 'jiangsu');
  await claim(reviewer, draft.applicationId);
  return { ...draft, reviewer };
}

export const claim = (actor: Actor, applicationId: string, now = today) =>
  act(claimApplication, { actor, applicationId, ability: 'assign', input: {}, now });

interface Decision {
  reasons?: string[];
  note?: string;
  formVersion?: number;
  now?: Date;
}

const inputOf = (applicationId: string, { reasons = [], note = '', formVersion = 1 }: Decision) =>
  decisionInput.parse({ applicationId, formVersion: String(formVersion), note, reason: reasons });

export const accept = ({ reviewer, applicationId }: UnderReview, decision: Decision = {}) =>
  act(acceptApplication, {
    actor: reviewer,
    applicationId,
    ability: 'accept',
    input: inputOf(applicationId, decision),
    now: decision.now,
  });

export const giveBack = ({ reviewer, applicationId }: UnderReview, decision: Decision) =>
  act(returnApplication, {
    actor: reviewer,
    applicationId,
    ability: 'return_for_revision',
    input: inputOf(applicationId, decision),
    now: decision.now,
  });

export const reject = ({ reviewer, applicationId }: UnderReview, decision: Decision) =>
  act(rejectApplication, {
    actor: reviewer,
    applicationId,
    ability: 'reject',
    input: inputOf(applicationId, decision),
    now: decision.now,
  });

export const messagesTo = (actor: Actor) =>
  db.message.findMany({ where: { personId: actor.personId, channel: 'SITE' }, orderBy: { createdAt: 'asc' } });
