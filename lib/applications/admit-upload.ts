import { db } from '@/lib/db/client';
import { insistOnLimits } from '@/lib/files/upload-limits';
import type { FilePurpose } from '@/lib/files/purposes';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { insistOn } from './insist-on';
import { applicationParts } from './lock-application';
import type { Ability } from './policy';

export interface WantedUpload {
  actor: Actor;
  purpose: FilePurpose;
  applicationId?: string;
  bytes: number;
  now: Date;
}

/** Who may do this to the application may upload for it. */
const abilityFor: Record<Exclude<FilePurpose, 'UNIT_PROOF'>, Ability> = {
  PHOTO: 'edit_form',
  EVIDENCE: 'edit_form',
  STAMPED_FORM: 'submit_stamped_form',
  PAYMENT_VOUCHER: 'pay',
};

/** Judged before the first byte; attaching the file afterwards is judged again, on the locked application. */
export async function admitUpload({
  actor,
  purpose,
  applicationId,
  bytes,
  now,
}: WantedUpload): Promise<{ ownerId: string }> {
  const { personId } = actor;
  if (!personId) throw new NotFoundError('person');
  // No page asks for one; taken without anything that it proves, it would be kept for nobody.
  if (purpose === 'UNIT_PROOF') throw new NotFoundError('purpose');
  const ownerId = await judgedOwner({ actor, purpose, applicationId, now });
  await insistOnLimits({ personId, purpose, applicationId: applicationId ?? null, bytes });
  return { ownerId };
}

interface ForApplication {
  actor: Actor;
  purpose: keyof typeof abilityFor;
  applicationId?: string;
  now: Date;
}

async function judgedOwner({ actor, purpose, applicationId, now }: ForApplication): Promise<string> {
  if (!applicationId) throw new NotFoundError('application');
  const application = await db.application.findUnique({ where: { id: applicationId }, include: applicationParts });
  if (!application) throw new NotFoundError('application');
  insistOn({ actor, ability: abilityFor[purpose], application, now });
  return application.personId;
}
