'use server';

import { judgeUnitDesk } from '@/lib/applications/packet/policy';
import { requestPacket } from '@/lib/applications/packet/request-packet';
import { requestPacketInput } from '@/lib/applications/packet/schema';
import { action } from '@/lib/web/action';

export const requestPacketAction = action({
  input: requestPacketInput,
  load: async (_tx, _input, actor) => ({ unitId: actor.unitId ?? '' }),
  judge: judgeUnitDesk,
  run: requestPacket,
  after: ({ result }) => ({ redirectTo: `/unit/packets?made=${result.packetId}#packets` }),
});
