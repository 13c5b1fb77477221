import { claimApplication } from '@/lib/applications/claim-application';
import { acceptApplication, rejectApplication, returnApplication } from '@/lib/applications/decide-eligibility';
import { type DecisionInput, decisionInput } from '@/lib/applications/office-schema';
import { liveStampedForm, stampedPages } from '@/lib/applications/refused-stamp';
import { pagesSentBack } from '@/lib/applications/returned-pages';
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
  /** Pages ticked beside every reason. */
  pages?: number[];
  now?: Date;
}

const inputOf = (applicationId: string, { reasons = [], note = '', formVersion = 1, pages = [] }: Decision) => {
  const ticks = Object.fromEntries(reasons.map((code) => [`page.${code}`, pages.map(String)]));
  return decisionInput.parse({ applicationId, formVersion: String(formVersion), note, reason: reasons, ...ticks });
};

/** The pages that the office's page names before sending. */
async function namedBefore({ applicationId, reasons }: DecisionInput): Promise<string> {
  const live = await liveStampedForm(db, applicationId);
  const codes = await db.returnReason.findMany({ where: { group: 'STAMP' }, select: { code: true } });
  const aboutStamp = reasons.filter((reason) => codes.some(({ code }) => code === reason.code));
  return live ? pagesSentBack(aboutStamp, stampedPages(live.issued, live.sheets)).join(',') : '';
}

export const accept = ({ reviewer, applicationId }: UnderReview, decision: Decision = {}) =>
  act(acceptApplication, {
    actor: reviewer,
    applicationId,
    ability: 'accept',
    input: inputOf(applicationId, decision),
    now: decision.now,
  });

export async function giveBack({ reviewer, applicationId }: UnderReview, decision: Decision) {
  const input = inputOf(applicationId, decision);
  return act(returnApplication, {
    actor: reviewer,
    applicationId,
    ability: 'return_for_revision',
    input: { ...input, seenPages: await namedBefore(input) },
    now: decision.now,
  });
}

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
