'use server';

import { decideDataRequest, lockDataRequest } from '@/lib/accounts/decide-data-request';
import { judgeAccount } from '@/lib/accounts/policy';
import { decideInput } from '@/lib/accounts/schema';
import { action } from '@/lib/web/action';

export const decideDataRequestAction = action({
  input: decideInput,
  load: (tx, { id }) => lockDataRequest(tx, id),
  judge: (actor, { account }) => judgeAccount(actor, 'decide_data_request', account),
  run: decideDataRequest,
  after: () => ({ redirectTo: '/office/data-requests?done=1' }),
});
