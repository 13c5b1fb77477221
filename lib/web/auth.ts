import 'server-only';
import NextAuth, { AuthError } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { sessionLifeMs } from '@/lib/accounts/session-limits';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { makeTicket, readTicket } from './ticket';

/**
 * The only module that imports next-auth. Its cookie carries nothing but the id of a session row. It is called in this
 * process alone: none of its own addresses is served, so what a request says of its host decides nothing.
 */
const { auth, signIn, signOut } = NextAuth(() => ({
  secret: env.AUTH_SECRET,
  trustHost: true,
  useSecureCookies: env.APP_URL.startsWith('https:'),
  session: { strategy: 'jwt', maxAge: sessionLifeMs / 1000 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  logger: {
    error(error) {
      if (!(error instanceof AuthError && error.type === 'CredentialsSignin')) log().error({ err: error }, 'auth');
    },
    warn: () => undefined,
    debug: () => undefined,
  },
  providers: [
    Credentials({
      credentials: { ticket: {} },
      authorize: ({ ticket }) => {
        const sessionId = readTicket(ticket);
        return sessionId ? { id: sessionId } : null;
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user?.id) token.sub = user.id;
      return token;
    },
    session({ session, token }) {
      if (token.sub) session.user.id = token.sub;
      return session;
    },
  },
}));

/** The id in the sign-in cookie; says nothing yet about whether the session still lives. */
export async function sessionIdOfCookie(): Promise<string | null> {
  const session = await auth();
  return session?.user?.id ?? null;
}

/** Puts a session that a use case has opened into the cookie. Server actions only. */
export async function enterSession(sessionId: string): Promise<void> {
  await signIn('credentials', { ticket: makeTicket(sessionId), redirect: false });
}

export async function leaveSession(): Promise<void> {
  await signOut({ redirect: false });
}
