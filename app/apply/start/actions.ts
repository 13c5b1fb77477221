'use server';

import { startInput } from '@/lib/applications/schema';
import { findStartableLevel, judgeStartBy, startApplication } from '@/lib/applications/start-application';
import { action } from '@/lib/web/action';

export const startAction = action({
  input: startInput,
  load: (tx, { level }) => findStartableLevel(tx, level),
  judge: judgeStartBy,
  run: startApplication,
  after: ({ result, input }) => ({
    redirectTo: result.outcome === 'already' ? `/apply/start?level=${input.level}` : `/apply/${result.applicationId}`,
  }),
});
