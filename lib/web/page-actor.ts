import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { now } from '@/lib/clock';
import { type Actor, type Role, worksInOffice } from '@/lib/kernel/actor';
import { sessionIdOfCookie } from './auth';

/** Who is signed in, or null. Asked once a request. */
export const optionalActor = cache(async (): Promise<Actor | null> => {
  const sessionId = await sessionIdOfCookie();
  return sessionId ? actorOfSession(sessionId, now()) : null;
});

/** Who is signed in; others are sent to sign in and come back. */
export async function pageActor(): Promise<Actor> {
  const actor = await optionalActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(await requestedPath())}`);
  return actor;
}

/** Pages for one kind of role: for others they do not exist. */
export async function actorAs(...allowed: Role[]): Promise<Actor> {
  const actor = await pageActor();
  if (!allowed.some((role) => role === actor.role)) notFound();
  return actor;
}

export async function officeActor(): Promise<Actor> {
  const actor = await pageActor();
  if (!worksInOffice(actor)) notFound();
  return actor;
}

export const unitActor = (): Promise<Actor> => actorAs('UNIT_ADMIN');

/** Path and query of this request, as proxy.ts wrote it down. */
export async function requestedPath(): Promise<string> {
  return (await headers()).get('x-requested-path') ?? '/';
}
