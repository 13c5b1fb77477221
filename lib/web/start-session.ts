import 'server-only';
import { closeSession } from '@/lib/accounts/close-session';
import { now } from '@/lib/clock';
import { enterSession } from './auth';
import { optionalActor } from './page-actor';

/** Enters a session; the one that this browser was in before ends, for computers are shared. */
export async function startSession(sessionId: string): Promise<void> {
  const before = await optionalActor();
  if (before) await closeSession(before, now());
  await enterSession(sessionId);
}
