'use server';

import { lockNamedApplication as load } from '@/lib/applications/lock-application';
import { revealInput } from '@/lib/applications/office-schema';
import { judge } from '@/lib/applications/policy';
import { revealIdentity } from '@/lib/applications/reveal-identity';
import { action } from '@/lib/web/action';

/** Also the applicant's own number stands masked, and looking at it is written down. */
export const revealOwnAction = action({
  input: revealInput,
  load,
  judge: (actor, application, now) => judge(actor, 'reveal_identity', application, now),
  run: revealIdentity,
  after: ({ result }) => ({ values: { value: result } }),
});
