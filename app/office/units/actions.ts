'use server';

import { approveUnit, rejectUnit } from '@/lib/units/decide-unit';
import { approveUnitAdmin, rejectUnitAdmin, revokeUnitAdmin } from '@/lib/units/decide-unit-admin';
import { lockUnit } from '@/lib/units/lock-unit';
import { lockUnitAdmin } from '@/lib/units/lock-unit-admin';
import { judgeUnit, judgeUnitAdmin } from '@/lib/units/policy';
import { renameUnit } from '@/lib/units/rename-unit';
import { decideUnitAdminInput, decideUnitInput, renameUnitInput, revokeUnitAdminInput } from '@/lib/units/schema';
import { action } from '@/lib/web/action';

export const decideUnitAction = action({
  input: decideUnitInput,
  load: (tx, { unitId }) => lockUnit(tx, unitId),
  judge: judgeUnit,
  run: (step) => (step.input.decision === 'approve' ? approveUnit(step) : rejectUnit(step)),
  after: ({ input }) => ({ redirectTo: `/office/units/${input.unitId}?done=unit` }),
});

export const renameUnitAction = action({
  input: renameUnitInput,
  load: (tx, { unitId }) => lockUnit(tx, unitId),
  judge: judgeUnit,
  run: renameUnit,
  after: ({ input }) => ({ redirectTo: `/office/units/${input.unitId}?done=unit` }),
});

export const decideUnitAdminAction = action({
  input: decideUnitAdminInput,
  load: (tx, { grantId }) => lockUnitAdmin(tx, grantId),
  judge: judgeUnitAdmin,
  run: async (step) => {
    await (step.input.decision === 'approve' ? approveUnitAdmin(step) : rejectUnitAdmin(step));
    return step.subject.unitId;
  },
  after: ({ result }) => ({ redirectTo: `/office/units/${result}?done=admin` }),
});

export const revokeUnitAdminAction = action({
  input: revokeUnitAdminInput,
  load: (tx, { grantId }) => lockUnitAdmin(tx, grantId),
  judge: judgeUnitAdmin,
  run: async (step) => {
    await revokeUnitAdmin(step);
    return step.subject.unitId;
  },
  after: ({ result }) => ({ redirectTo: `/office/units/${result}?done=admin` }),
});
