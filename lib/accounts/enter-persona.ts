import { inTransaction } from '@/lib/db/transaction';
import { env } from '@/lib/env';
import type { Role } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { openSession } from './open-session';
import { findPersona } from './personas';

interface EnterPersona {
  input: { persona: string };
  now: Date;
  request: { ip: string; userAgent: string };
}

/** Signs in as a demo person. Outside demo mode there is no such thing. */
export async function enterPersona({ input, now, request }: EnterPersona): Promise<{ sessionId: string; role: Role }> {
  const found = env.isDemo ? await findPersona(input.persona) : null;
  if (!found) throw new NotFoundError('persona');
  const { personId, roleGrantId, role } = found;
  const sessionId = await inTransaction((tx) =>
    openSession({ tx, personId, roleGrantId, how: 'persona', ...request, now }),
  );
  return { sessionId, role };
}
