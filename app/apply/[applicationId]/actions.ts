'use server';

import { changeLevel } from '@/lib/applications/change-level';
import { discardDraft } from '@/lib/applications/discard-draft';
import { type LoadedApplication, lockNamedApplication as load } from '@/lib/applications/lock-application';
import { type Ability, judge } from '@/lib/applications/policy';
import { reopenForm } from '@/lib/applications/reopen-form';
import { applicationTarget, changeLevelInput, withdrawInput } from '@/lib/applications/schema';
import { withdrawApplication } from '@/lib/applications/withdraw-application';
import type { Actor } from '@/lib/kernel/actor';
import { action } from '@/lib/web/action';

interface Target {
  applicationId: string;
}

const may = (ability: Ability) => (actor: Actor, application: LoadedApplication, now: Date) =>
  judge(actor, ability, application, now);
const home = ({ input }: { input: Target }) => ({ redirectTo: `/apply/${input.applicationId}` });

export const changeLevelAction = action({
  input: changeLevelInput,
  load,
  judge: may('change_level'),
  run: changeLevel,
  after: home,
});

export const discardDraftAction = action({
  input: applicationTarget,
  load,
  judge: may('discard_draft'),
  run: discardDraft,
  after: () => ({ redirectTo: '/my/certifications' }),
});

export const reopenFormAction = action({
  input: applicationTarget,
  load,
  judge: may('reopen_form'),
  run: reopenForm,
  after: home,
});

export const withdrawAction = action({
  input: withdrawInput,
  load,
  judge: may('withdraw'),
  run: withdrawApplication,
  after: home,
});
