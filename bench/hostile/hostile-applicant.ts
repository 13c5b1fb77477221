import type { MeasuringContext } from '@/bench/measurement';
import { enterAs } from '@/bench/pages/enter-as';
import { db } from '@/lib/db/client';
import { aCompleteDraft, type Draft } from '@/tests/build/applications/drafts';
import { lock } from '@/tests/build/applications/submitted';

/** Who may upload what: a cookie, an application, and for a proof the row that it is for. */
export interface Uploader {
  cookie: string;
  applicationId: string;
  rowId: string;
}

export interface HostileApplicants {
  url: string;
  webPid: number;
  uploaders: Record<'EVIDENCE' | 'STAMPED_FORM', Uploader>;
  /** Takes away what was uploaded, and the count of how much: what is tried here is not the pace. */
  startAfresh(): Promise<void>;
}

/** A running product with one person who fills in the form, and one who is about to hand in the stamped paper. */
export async function hostileApplicants(context: MeasuringContext): Promise<HostileApplicants> {
  const { url, env, pids } = await context.product();
  Object.assign(process.env, env);
  const filling = await aCompleteDraft({ actor: await personaOf('teacher'), now: new Date() });
  const stamping = await aCompleteDraft({ actor: await personaOf('applicant'), now: new Date() });
  await lock(stamping);
  const uploaders = {
    EVIDENCE: await uploaderOf(filling, await enterAs(url, 'teacher')),
    STAMPED_FORM: await uploaderOf(stamping, await enterAs(url, 'applicant')),
  };
  return { url, webPid: pids().web ?? 0, uploaders, startAfresh: () => startAfresh([filling, stamping]) };
}

async function personaOf(persona: string): Promise<Draft['actor']> {
  const { id, name } = await db.person.findUniqueOrThrow({ where: { persona } });
  return { personId: id, name, role: 'APPLICANT', associationId: null, unitId: null, sessionId: null };
}

async function uploaderOf({ applicationId }: Draft, cookie: string): Promise<Uploader> {
  const tie = await db.achievementEvidence.findFirstOrThrow({ where: { applicationId } });
  return { cookie, applicationId, rowId: tie.rowId };
}

async function startAfresh(drafts: readonly Draft[]): Promise<void> {
  const of = { applicationId: { in: drafts.map(({ applicationId }) => applicationId) } };
  await db.achievementEvidence.deleteMany({ where: of });
  await db.storedFile.updateMany({ where: { ...of, purpose: { in: ['EVIDENCE', 'STAMPED_FORM'] } }, data: { deletedAt: new Date() } });
  await db.rateLimit.deleteMany({ where: { key: { startsWith: 'upload' } } });
}
