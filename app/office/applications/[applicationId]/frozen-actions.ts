'use server';

import { type LoadedApplication, lockNamedApplication as load } from '@/lib/applications/lock-application';
import { reasonInput } from '@/lib/applications/office-schema';
import { type Ability, judge } from '@/lib/applications/policy';
import { freezeAgain, rejectFrozen, unfreezeApplication } from '@/lib/applications/sanctions/decide-frozen';
import type { Actor } from '@/lib/kernel/actor';
import { action } from '@/lib/web/action';

const may = (ability: Ability) => (actor: Actor, application: LoadedApplication, now: Date) =>
  judge(actor, ability, application, now);
const stay =
  (message: string) =>
  ({ input }: { input: { applicationId: string } }) => ({
    message,
    refresh: [`/office/applications/${input.applicationId}`],
  });

export const unfreezeAction = action({
  input: reasonInput,
  load,
  judge: may('unfreeze'),
  run: unfreezeApplication,
  after: stay('已恢复处理。'),
});

export const rejectFrozenAction = action({
  input: reasonInput,
  load,
  judge: may('reject_frozen'),
  run: rejectFrozen,
  after: stay('已作出不予通过的决定。'),
});

export const freezeAgainAction = action({
  input: reasonInput,
  load,
  judge: may('freeze_again'),
  run: freezeAgain,
  after: stay('已撤销，恢复为暂停。'),
});
