'use server';

import { addAnchorInput, approveAnchorInput, retireAnchorInput } from '@/lib/files/electronic-seals/anchor-input';
import { addAnchor, approveAnchor, retireAnchor } from '@/lib/files/electronic-seals/change-anchors';
import { judgeApproveAnchor, judgeRetireAnchor, judgeSeeAnchors } from '@/lib/files/electronic-seals/policy';
import { lockAnchor } from '@/lib/files/electronic-seals/trust-anchors';
import { action } from '@/lib/web/action';

export const addAnchorAction = action({
  input: addAnchorInput,
  load: async () => null,
  judge: (actor) => judgeSeeAnchors(actor),
  run: addAnchor,
  after: () => ({ redirectTo: '/office/trust-anchors?done=added' }),
});

export const approveAnchorAction = action({
  input: approveAnchorInput,
  load: (tx, { anchorId }) => lockAnchor(tx, anchorId),
  judge: judgeApproveAnchor,
  run: approveAnchor,
  after: () => ({ redirectTo: '/office/trust-anchors?done=approved' }),
});

export const retireAnchorAction = action({
  input: retireAnchorInput,
  load: (tx, { anchorId }) => lockAnchor(tx, anchorId),
  judge: judgeRetireAnchor,
  run: retireAnchor,
  after: () => ({ redirectTo: '/office/trust-anchors?done=retired' }),
});
