'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { approveSanction } from '@/lib/applications/sanctions/approve-sanction';
import { decideAppeal } from '@/lib/applications/sanctions/decide-appeal';
import { liftSanction } from '@/lib/applications/sanctions/lift-sanction';
import type { Actor } from '@/lib/kernel/actor';
import type { FormState } from '@/lib/kernel/form-state';
import { lockLooseFile, removeLooseFile } from '@/lib/sanctions/attach-files';
import { lockSanction, type SanctionSubject } from '@/lib/sanctions/lock-sanction';
import { judgeOwnFile, judgePropose, judgeSanction, type SanctionAbility } from '@/lib/sanctions/policy';
import { lockUnitToSanction, proposeSanction } from '@/lib/sanctions/propose-sanction';
import { refuseSanction, withdrawProposal } from '@/lib/sanctions/refuse-sanction';
import {
  approveSanctionInput,
  decideAppealInput,
  liftSanctionInput,
  proposeSanctionInput,
  refuseSanctionInput,
  sanctionFileInput,
  withdrawSanctionInput,
} from '@/lib/sanctions/schema';
import { action } from '@/lib/web/action';
import { pageActor } from '@/lib/web/page-actor';

const may = (ability: SanctionAbility) => (actor: Actor, sanction: SanctionSubject, now: Date) =>
  judgeSanction(actor, ability, sanction, now);
const done = ({ input }: { input: { sanctionId: string } }) => ({
  redirectTo: `/office/sanctions/${input.sanctionId}?done=yes`,
});
const newPage = '/office/sanctions/new';

export const proposeSanctionAction = action({
  input: proposeSanctionInput,
  load: lockUnitToSanction,
  judge: judgePropose,
  run: proposeSanction,
  after: ({ result }) => ({ redirectTo: `/office/sanctions/${result.sanctionId}?done=yes` }),
});

export const approveSanctionAction = action({
  input: approveSanctionInput,
  load: lockSanction,
  judge: may('approve'),
  run: approveSanction,
  after: done,
});

export const refuseSanctionAction = action({
  input: refuseSanctionInput,
  load: lockSanction,
  judge: may('refuse'),
  run: refuseSanction,
  after: done,
});

export const withdrawSanctionAction = action({
  input: withdrawSanctionInput,
  load: lockSanction,
  judge: may('withdraw'),
  run: withdrawProposal,
  after: done,
});

export const liftSanctionAction = action({
  input: liftSanctionInput,
  load: lockSanction,
  judge: may('lift'),
  run: liftSanction,
  after: done,
});

export const decideAppealAction = action({
  input: decideAppealInput,
  load: lockSanction,
  judge: may('decide_appeal'),
  run: decideAppeal,
  after: done,
});

export const removeEvidenceAction = action({
  input: sanctionFileInput,
  load: lockLooseFile,
  judge: judgeOwnFile,
  run: removeLooseFile,
  after: () => ({ refresh: [newPage] }),
});

/** The file itself was judged and recorded when it arrived; the page only has to show it. */
export async function evidenceUploadedAction(fileId: string): Promise<FormState> {
  await pageActor();
  revalidatePath(newPage);
  return { status: 'done', values: { id: z.uuid().parse(fileId) } };
}
