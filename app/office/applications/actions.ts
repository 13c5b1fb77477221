'use server';

import { assignApplications } from '@/lib/applications/claim-application';
import { lockApplication } from '@/lib/applications/lock-application';
import { assignInput } from '@/lib/applications/office-schema';
import { judge } from '@/lib/applications/policy';
import { yes } from '@/lib/kernel/judgement';
import { action } from '@/lib/web/action';

export const assignAction = action({
  input: assignInput,
  load: async (tx, { applicationId }) => {
    const locked = [];
    for (const id of applicationId.toSorted()) locked.push(await lockApplication(tx, id));
    return locked;
  },
  judge: (actor, applications, now) =>
    applications
      .map((application) => judge(actor, 'assign', application, now))
      .find(({ answer }) => answer !== 'yes') ?? yes,
  run: assignApplications,
  after: ({ result }) => ({ message: `已分配 ${result} 份申报。`, refresh: ['/office/applications'] }),
});
