'use server';

import { amendConditions } from '@/lib/catalogue/amend-conditions';
import { amendCycle } from '@/lib/catalogue/amend-cycle';
import { amendRule } from '@/lib/catalogue/amend-rule';
import { copyCycle } from '@/lib/catalogue/copy-cycle';
import { lockNamedCycle as cycle, lockNamedLevel as level } from '@/lib/catalogue/lock-cycle';
import { openLevel } from '@/lib/catalogue/open-level';
import { type CycleAbility, judgeCycle, judgeLevel, type LevelAbility } from '@/lib/catalogue/policy';
import { publishCycle } from '@/lib/catalogue/publish-cycle';
import { setRefundPolicy } from '@/lib/catalogue/set-refund-policy';
import { setUnitOrderTerms } from '@/lib/catalogue/set-unit-order-terms';
import { retireRule } from '@/lib/catalogue/retire-rule';
import {
  amendConditionsInput,
  amendCycleInput,
  amendRuleInput,
  copyCycleInput,
  openLevelInput,
  publishCycleInput,
  retireRuleInput,
  setLevelFeeInput,
  setRefundPolicyInput,
  setUnitOrderTermsInput,
} from '@/lib/catalogue/schema';
import { setLevelFee } from '@/lib/catalogue/set-level-fee';
import type { Actor } from '@/lib/kernel/actor';
import { action } from '@/lib/web/action';

const mayCycle = (ability: CycleAbility) => (actor: Actor, subject: Parameters<typeof judgeCycle>[2]) =>
  judgeCycle(actor, ability, subject);
const mayLevel = (ability: LevelAbility) => (actor: Actor, subject: Parameters<typeof judgeLevel>[2]) =>
  judgeLevel(actor, ability, subject);
const saved = () => ({ message: '已保存，修改已写入历史。', refresh: ['/office/cycles', '/'] });

export const amendCycleAction = action({
  input: amendCycleInput,
  load: cycle,
  judge: mayCycle('amend'),
  run: amendCycle,
  after: ({ input }) => ({ redirectTo: `/office/cycles/${input.cycleId}?saved=1` }),
});

export const publishCycleAction = action({
  input: publishCycleInput,
  load: cycle,
  judge: mayCycle('publish'),
  run: publishCycle,
  after: saved,
});

export const copyCycleAction = action({
  input: copyCycleInput,
  load: cycle,
  judge: mayCycle('copy'),
  run: copyCycle,
  after: ({ result }) => ({ redirectTo: `/office/cycles/${result.cycleId}` }),
});

export const setLevelFeeAction = action({
  input: setLevelFeeInput,
  load: level,
  judge: mayLevel('set_fee'),
  run: setLevelFee,
  after: saved,
});

export const setRefundPolicyAction = action({
  input: setRefundPolicyInput,
  load: cycle,
  judge: mayCycle('set_refunds'),
  run: setRefundPolicy,
  after: ({ input }) => ({ redirectTo: `/office/cycles/${input.cycleId}?saved=1` }),
});

export const setUnitOrderTermsAction = action({
  input: setUnitOrderTermsInput,
  load: cycle,
  judge: mayCycle('set_unit_orders'),
  run: setUnitOrderTerms,
  after: ({ input }) => ({ redirectTo: `/office/cycles/${input.cycleId}?saved=1` }),
});

export const openLevelAction = action({
  input: openLevelInput,
  load: level,
  judge: mayLevel('open'),
  run: openLevel,
  after: saved,
});

export const amendConditionsAction = action({
  input: amendConditionsInput,
  load: level,
  judge: mayLevel('amend_rules'),
  run: amendConditions,
  after: saved,
});

export const amendRuleAction = action({
  input: amendRuleInput,
  load: level,
  judge: mayLevel('amend_rules'),
  run: amendRule,
  after: saved,
});

export const retireRuleAction = action({
  input: retireRuleInput,
  load: level,
  judge: mayLevel('amend_rules'),
  run: retireRule,
  after: saved,
});
