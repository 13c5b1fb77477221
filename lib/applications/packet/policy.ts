import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYours, yes } from '@/lib/kernel/judgement';

/** What belongs to a unit is open to whoever administers it now: a successor finds it, one who has left does not. */
export const judgeUnitDesk = (actor: Actor, belongs: { unitId: string } | null): Judgement =>
  belongs !== null && actor.role === 'UNIT_ADMIN' && actor.unitId !== null && actor.unitId === belongs.unitId
    ? yes
    : notYours;
