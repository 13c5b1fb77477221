'use server';

import { z } from 'zod';
import { enterPersona } from '@/lib/accounts/enter-persona';
import { startPages } from '@/lib/kernel/actor';
import { idleForm } from '@/lib/kernel/form-state';
import { openAction } from '@/lib/web/action';
import { startSession } from '@/lib/web/start-session';

const enter = openAction({
  input: z.object({ persona: z.string() }),
  run: enterPersona,
  after: async ({ result }) => {
    await startSession(result.sessionId);
    return { redirectTo: startPages[result.role] };
  },
});

/** A plain form's action: it answers by leading to the persona's start page. */
export async function enterAsPersona(data: FormData): Promise<void> {
  const answer = await enter(idleForm, data);
  if (answer.status === 'refused') throw new Error(answer.message);
}
