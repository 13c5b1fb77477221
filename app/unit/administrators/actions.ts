'use server';

import { lockUnitAdmin } from '@/lib/units/lock-unit-admin';
import { nameSuccessor, withdrawSuccessor } from '@/lib/units/name-successor';
import { judgeHandOver, judgeWithdrawSuccessor } from '@/lib/units/policy';
import { nameSuccessorInput, withdrawSuccessorInput } from '@/lib/units/schema';
import { action } from '@/lib/web/action';

export const nameSuccessorAction = action({
  input: nameSuccessorInput,
  load: (tx, { grantId }) => lockUnitAdmin(tx, grantId),
  judge: judgeHandOver,
  run: nameSuccessor,
  after: () => ({ redirectTo: '/unit/administrators?named=1' }),
});

export const withdrawSuccessorAction = action({
  input: withdrawSuccessorInput,
  load: (tx, { grantId }) => lockUnitAdmin(tx, grantId),
  judge: judgeWithdrawSuccessor,
  run: withdrawSuccessor,
  after: () => ({ redirectTo: '/unit/administrators' }),
});
