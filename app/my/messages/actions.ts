'use server';

import { z } from 'zod';
import { judgeOwn } from '@/lib/accounts/policy';
import { markRead } from '@/lib/messages/inbox';
import { action } from '@/lib/web/action';

export const markReadAction = action({
  input: z.object({ messageId: z.union([z.literal('all'), z.uuid()]) }),
  load: async () => null,
  judge: judgeOwn,
  run: markRead,
  after: () => ({ refresh: ['/my/messages'] }),
});
