'use server';

import { grantRole } from '@/lib/accounts/grant-role';
import { judgedAccount, lockPerson } from '@/lib/accounts/lock-person';
import { findPerson } from '@/lib/accounts/people-queries';
import { judgeAccount } from '@/lib/accounts/policy';
import { lockGrant, revokeRole } from '@/lib/accounts/revoke-role';
import { findPersonInput, grantRoleInput, revokeRoleInput, setDisabledInput } from '@/lib/accounts/schema';
import { setDisabled } from '@/lib/accounts/set-disabled';
import { action } from '@/lib/web/action';

export const findPersonAction = action({
  input: findPersonInput,
  load: async () => null,
  judge: (actor) => judgeAccount(actor, 'find_people', null),
  run: findPerson,
  after: ({ result }) => ({ redirectTo: `/office/people/${result}` }),
});

export const grantRoleAction = action({
  input: grantRoleInput,
  load: async (tx, { personId }) => ({
    person: await lockPerson(tx, personId),
    account: await judgedAccount(tx, personId),
  }),
  judge: (actor, { account }) => judgeAccount(actor, 'manage_roles', account),
  run: (step) => grantRole({ ...step, subject: step.subject.person }),
  after: ({ input }) => ({ redirectTo: `/office/people/${input.personId}?done=grant` }),
});

export const revokeRoleAction = action({
  input: revokeRoleInput,
  load: async (tx, { grantId }) => {
    const grant = await lockGrant(tx, grantId);
    return { grant, account: await judgedAccount(tx, grant.personId) };
  },
  judge: (actor, { account }) => judgeAccount(actor, 'manage_roles', account),
  run: async (step) => {
    await revokeRole({ ...step, subject: step.subject.grant });
    return step.subject.grant.personId;
  },
  after: ({ result }) => ({ redirectTo: `/office/people/${result}?done=revoke` }),
});

export const setDisabledAction = action({
  input: setDisabledInput,
  load: async (tx, { personId }) => ({
    person: await lockPerson(tx, personId),
    account: await judgedAccount(tx, personId),
  }),
  judge: (actor, { account }) => judgeAccount(actor, 'manage_roles', account),
  run: (step) => setDisabled({ ...step, subject: step.subject.person }),
  after: ({ input }) => ({ redirectTo: `/office/people/${input.personId}?done=state` }),
});
