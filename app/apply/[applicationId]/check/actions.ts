'use server';

import { judgeLock } from '@/lib/applications/judge-lock';
import { lockNamedApplication as load } from '@/lib/applications/lock-application';
import { lockForm } from '@/lib/applications/lock-form';
import { prepareLock } from '@/lib/applications/prepare-lock';
import { lockFormInput } from '@/lib/applications/schema';
import { action } from '@/lib/web/action';

export const lockFormAction = action({
  input: lockFormInput,
  prepare: prepareLock,
  load,
  judge: judgeLock,
  run: lockForm,
  after: ({ input }) => ({ redirectTo: `/apply/${input.applicationId}/stamp-guide` }),
});
