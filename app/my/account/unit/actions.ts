'use server';

import { judgeOwn } from '@/lib/accounts/policy';
import { addUnit } from '@/lib/units/add-unit';
import { requestUnitAdmin } from '@/lib/units/request-unit-admin';
import { addUnitInput, requestUnitAdminInput } from '@/lib/units/schema';
import { action } from '@/lib/web/action';

export const requestUnitAdminAction = action({
  input: requestUnitAdminInput,
  load: async () => null,
  judge: judgeOwn,
  run: requestUnitAdmin,
  after: () => ({ redirectTo: '/my/account/roles' }),
});

export const addUnitAction = action({
  input: addUnitInput,
  load: async () => null,
  judge: judgeOwn,
  run: addUnit,
  after: ({ result, input }) => ({
    redirectTo: `/my/account/unit?code=${input.creditCode}&${result.wasKnown ? 'known' : 'added'}=1`,
  }),
});
