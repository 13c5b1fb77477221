'use server';

import { judgeLock } from '@/lib/applications/judge-lock';
import { lockApplication } from '@/lib/applications/lock-application';
import { lockForm } from '@/lib/applications/lock-form';
import { prepareLock } from '@/lib/applications/prepare-lock';
import { lockFormInput } from '@/lib/applications/schema';
import { action } from '@/lib/web/action';

export const lockFormAction = action({
  input: lockFormInput,
  prepare: prepareLock,
  load: (tx, { applicationId }) => lockApplication(tx, applicationId),
  judge: judgeLock,
  run: lockForm,
  after: ({ input }) => ({ redirectTo: `/apply/${input.applicationId}/stamp-guide` }),
});
