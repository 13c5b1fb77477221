'use server';

import { signInInput } from '@/lib/accounts/schema';
import { signIn } from '@/lib/accounts/sign-in';
import { startPages } from '@/lib/kernel/actor';
import { openAction } from '@/lib/web/action';
import { localPath } from '@/lib/web/local-path';
import { startSession } from '@/lib/web/start-session';

export const signInAction = openAction({
  input: signInInput,
  run: signIn,
  after: async ({ result, input }) => {
    const next = localPath(input.next);
    if (result.outcome === 'consent_needed') {
      return { redirectTo: `/sign-in?consent=renew${next ? `&next=${encodeURIComponent(next)}` : ''}` };
    }
    await startSession(result.sessionId);
    return { redirectTo: next ?? startPages[result.role] };
  },
});
