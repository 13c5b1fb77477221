'use server';

import { redirect } from 'next/navigation';
import { closeSession } from '@/lib/accounts/close-session';
import { now } from '@/lib/clock';
import { leaveSession } from '@/lib/web/auth';
import { optionalActor } from '@/lib/web/page-actor';

/** Ends the session itself, not only its cookie. */
export async function signOutAction(): Promise<void> {
  const actor = await optionalActor();
  if (actor) await closeSession(actor, now());
  await leaveSession();
  redirect('/signed-out');
}
