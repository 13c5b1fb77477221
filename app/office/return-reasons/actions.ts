'use server';

import { addReason, amendReason } from '@/lib/applications/return-reasons/keep-reasons';
import { lockNamedReason, lockNewReason } from '@/lib/applications/return-reasons/lock-reason';
import { judgeReason } from '@/lib/applications/return-reasons/policy';
import { addReasonInput, amendReasonInput } from '@/lib/applications/return-reasons/schema';
import type { Actor } from '@/lib/kernel/actor';
import { action } from '@/lib/web/action';

const mayKeep = (actor: Actor, reason: { associationId: string | null }) => judgeReason(actor, 'keep', reason);

export const addReasonAction = action({
  input: addReasonInput,
  load: lockNewReason,
  judge: mayKeep,
  run: addReason,
  after: ({ result }) => ({ redirectTo: `/office/return-reasons/${result.code}?saved=1` }),
});

export const amendReasonAction = action({
  input: amendReasonInput,
  load: lockNamedReason,
  judge: mayKeep,
  run: amendReason,
  after: ({ input }) => ({ redirectTo: `/office/return-reasons/${input.code}?saved=1` }),
});
