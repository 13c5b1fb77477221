'use server';

import { claimApplication, releaseClaim } from '@/lib/applications/claim-application';
import {
  acceptApplication,
  extendRevision,
  reconsiderApplication,
  rejectApplication,
  returnApplication,
} from '@/lib/applications/decide-eligibility';
import { type LoadedApplication, lockNamedApplication as load } from '@/lib/applications/lock-application';
import type { MoveName } from '@/lib/applications/moves';
import { applicationInput, decisionInput, reasonInput, revealInput } from '@/lib/applications/office-schema';
import { type Ability, judge } from '@/lib/applications/policy';
import { revealIdentity } from '@/lib/applications/reveal-identity';
import type { Actor } from '@/lib/kernel/actor';
import { action } from '@/lib/web/action';

const may = (ability: Ability | MoveName) => (actor: Actor, application: LoadedApplication, now: Date) =>
  judge(actor, ability, application, now);
const stay =
  (message: string) =>
  ({ input }: { input: { applicationId: string } }) => ({
    message,
    refresh: [`/office/applications/${input.applicationId}`],
  });

export const claimAction = action({
  input: applicationInput,
  load,
  judge: may('assign'),
  run: claimApplication,
  after: stay('已领取，请审查。'),
});

export const releaseAction = action({
  input: applicationInput,
  load,
  judge: may('release_claim'),
  run: releaseClaim,
  after: stay('已放回队列。'),
});

export const acceptAction = action({
  input: decisionInput,
  load,
  judge: may('accept'),
  run: acceptApplication,
  after: stay('已通过资格审查。'),
});

export const returnAction = action({
  input: decisionInput,
  load,
  judge: may('return_for_revision'),
  run: returnApplication,
  after: stay('已退回，申请人会收到通知。'),
});

export const rejectAction = action({
  input: decisionInput,
  load,
  judge: may('reject'),
  run: rejectApplication,
  after: stay('已作出不通过的决定。'),
});

export const reconsiderAction = action({
  input: reasonInput,
  load,
  judge: may('reconsider'),
  run: reconsiderApplication,
  after: stay('决定已撤销，请重新审查。'),
});

export const extendRevisionAction = action({
  input: reasonInput,
  load,
  judge: may('extend_revision'),
  run: extendRevision,
  after: stay('修改期限已延长。'),
});

export const revealAction = action({
  input: revealInput,
  load,
  judge: may('reveal_identity'),
  run: revealIdentity,
  after: ({ result }) => ({ values: { value: result } }),
});
