import type { freezeAgain } from '@/lib/applications/sanctions/decide-frozen';
import type { Actor } from '@/lib/kernel/actor';
import { act } from '../applications/act';
import { today } from '../applications/house';

interface Decision {
  actor: Actor;
  applicationId: string;
  reason?: string;
  now?: Date;
}

const abilities = {
  unfreezeApplication: 'unfreeze',
  rejectFrozen: 'reject_frozen',
  freezeAgain: 'freeze_again',
} as const;

/** What staff decide about an application that a bar has stopped. */
export function decideFrozen(
  run: typeof freezeAgain,
  { actor, applicationId, reason = '材料另行核实属实。', now = today }: Decision,
): Promise<void> {
  const ability = abilities[run.name as keyof typeof abilities];
  return act(run, { actor, applicationId, ability, input: { reason }, now });
}
