import { db } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import type { Step } from '@/lib/kernel/step';

export const inboxPageSize = 20;

/** One page of a person's own messages, newest first. */
export async function inboxPage(actor: Actor, page: number) {
  const where = { personId: actor.personId ?? '', channel: 'SITE' as const };
  if (!actor.personId) return { rows: [], total: 0, pageCount: 0, unread: 0 };
  const [rows, total, unread] = await Promise.all([
    db.message.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * inboxPageSize,
      take: inboxPageSize,
      select: { id: true, subject: true, text: true, applicationId: true, createdAt: true, readAt: true },
    }),
    db.message.count({ where }),
    unreadCount(actor),
  ]);
  return { rows, total, pageCount: Math.ceil(total / inboxPageSize), unread };
}

export async function unreadCount({ personId }: Actor): Promise<number> {
  return personId ? db.message.count({ where: { personId, channel: 'SITE', readAt: null } }) : 0;
}

/** Marks what the person has seen: one message or everything up to now. */
export async function markRead(step: Step<Transaction, unknown, { messageId: string }>): Promise<number> {
  const { tx, actor, input, now } = step;
  if (!actor.personId) return 0;
  const which = input.messageId === 'all' ? { createdAt: { lte: now } } : { id: input.messageId };
  const { count } = await tx.message.updateMany({
    where: { personId: actor.personId, channel: 'SITE', readAt: null, ...which },
    data: { readAt: now },
  });
  return count;
}
