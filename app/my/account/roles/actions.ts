'use server';

import { judgeOwn } from '@/lib/accounts/policy';
import { switchRoleInput } from '@/lib/accounts/schema';
import { switchRole } from '@/lib/accounts/switch-role';
import { startPages } from '@/lib/kernel/actor';
import { lockUnitAdmin } from '@/lib/units/lock-unit-admin';
import { judgeResign } from '@/lib/units/policy';
import { resignUnitAdmin } from '@/lib/units/resign-unit-admin';
import { resignUnitAdminInput } from '@/lib/units/schema';
import { action } from '@/lib/web/action';

export const switchRoleAction = action({
  input: switchRoleInput,
  load: async () => null,
  judge: judgeOwn,
  run: switchRole,
  after: ({ result }) => ({ redirectTo: startPages[result] }),
});

export const resignAction = action({
  input: resignUnitAdminInput,
  load: (tx, { grantId }) => lockUnitAdmin(tx, grantId),
  judge: judgeResign,
  run: resignUnitAdmin,
  after: () => ({ redirectTo: '/my/account/roles' }),
});
