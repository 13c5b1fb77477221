import { db } from '@/lib/db/client';
import { insistOnLimits } from '@/lib/files/upload-limits';
import type { FilePurpose } from '@/lib/files/purposes';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { isSanctionFile, type SanctionFilePurpose } from '@/lib/sanctions/attach-files';
import { sanctionFileOwner } from '@/lib/sanctions/file-relations';
import { insistOn } from './insist-on';
import { applicationParts } from './lock-application';
import { judgeUnitDesk } from './packet/policy';
import type { Ability } from './policy';

export interface WantedUpload {
  actor: Actor;
  purpose: FilePurpose;
  applicationId?: string;
  /** The stack that it is part of. */
  batchId?: string;
  bytes: number;
  now: Date;
}

/** Who may do this to the application may upload for it. */
const abilityFor: Record<Exclude<FilePurpose, 'UNIT_PROOF' | 'UNIT_SCAN' | SanctionFilePurpose>, Ability> = {
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
  batchId,
  bytes,
  now,
}: WantedUpload): Promise<{ ownerId: string }> {
  const { personId } = actor;
  if (!personId) throw new NotFoundError('person');
  // No page asks for one; taken without anything that it proves, it would be kept for nobody.
  if (purpose === 'UNIT_PROOF') throw new NotFoundError('purpose');
  if (purpose === 'UNIT_SCAN') {
    if (applicationId) throw new NotFoundError('application');
    await insistOnOwnBatch(actor, batchId);
    await insistOnLimits({ personId, purpose, applicationId: null, batchId: batchId ?? null, bytes });
    return { ownerId: personId };
  }
  if (batchId) throw new NotFoundError('batch');
  // The voucher of a unit's order is of nobody's application.
  if (purpose === 'PAYMENT_VOUCHER' && !applicationId && actor.role === 'UNIT_ADMIN' && actor.unitId) {
    await insistOnLimits({ personId, purpose, applicationId: null, batchId: null, bytes });
    return { ownerId: personId };
  }
  if (applicationId && isSanctionFile(purpose)) throw new NotFoundError('application');
  const ownerId = isSanctionFile(purpose)
    ? await sanctionFileOwner(db, { actor, personId, purpose, now })
    : await judgedOwner({ actor, purpose, applicationId, now });
  await insistOnLimits({ personId, purpose, applicationId: applicationId ?? null, batchId: null, bytes });
  return { ownerId };
}

/** A stack is added to by whoever administers its unit now. */
async function insistOnOwnBatch(actor: Actor, batchId: string | undefined): Promise<void> {
  const batch = batchId ? await db.scanBatch.findUnique({ where: { id: batchId } }) : null;
  if (judgeUnitDesk(actor, batch).answer !== 'yes') throw new NotFoundError('batch');
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
