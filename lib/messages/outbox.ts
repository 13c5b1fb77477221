import { db } from '@/lib/db/client';
import type { MessageAttachment } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { fields } from '@/lib/secrets';

export interface OutboxMessage {
  id: string;
  channel: 'SMS' | 'MAIL' | 'SITE';
  /** Mobile number or mail address; the person's name for a message on the site. */
  to: string;
  subject: string;
  text: string;
  attachment: MessageAttachment | null;
  status: 'QUEUED' | 'SENT' | 'FAILED';
  createdAt: Date;
}

const searched = 1000;
const shown = 100;

/** What the demo has sent, newest first. `ending` keeps the addresses that end so, say the last digits of a mobile. */
export async function outboxMessages(ending: string): Promise<OutboxMessage[]> {
  if (!env.isDemo) throw new NotFoundError('outbox');
  const rows = await db.message.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ending ? searched : shown,
    include: { person: { select: { name: true } } },
  });
  return rows
    .map(({ addressCipher, person, ...row }) => ({
      ...row,
      to: addressCipher ? fields().open(addressCipher) : (person?.name ?? ''),
    }))
    .filter(({ to }) => to.endsWith(ending))
    .slice(0, shown);
}
