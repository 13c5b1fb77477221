'use server';

import { decideRecovery, lockRecovery } from '@/lib/accounts/decide-recovery';
import { judgeAccount } from '@/lib/accounts/policy';
import { decideInput } from '@/lib/accounts/schema';
import { action } from '@/lib/web/action';

export const decideRecoveryAction = action({
  input: decideInput,
  load: (tx, { id }) => lockRecovery(tx, id),
  judge: (actor, { account }) => judgeAccount(actor, 'decide_recovery', account),
  run: decideRecovery,
  after: () => ({ redirectTo: '/office/recovery?done=1' }),
});
