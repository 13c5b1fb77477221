import type { MeasuringContext } from '@/bench/measurement';
import { db } from '@/lib/db/client';
import { aCompleteDraft } from '@/tests/build/applications/drafts';
import { enterAs } from './enter-as';

export interface Applicant {
  url: string;
  cookie: string;
  applicationId: string;
}

/** A running product with the demo's teacher signed in, whose form is filled in and not yet submitted. */
export async function applicantOn(context: MeasuringContext): Promise<Applicant> {
  const { url, env } = await context.product();
  Object.assign(process.env, env);
  const person = await db.person.findUniqueOrThrow({ where: { persona: 'teacher' } });
  const actor = {
    personId: person.id,
    name: person.name,
    role: 'APPLICANT',
    associationId: null,
    unitId: null,
    sessionId: null,
  } as const;
  const { applicationId } = await aCompleteDraft({ actor, now: new Date() });
  return { url, cookie: await enterAs(url, 'teacher'), applicationId };
}
