import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import type { Prisma } from '@/lib/db/generated/client';

export interface EventToRecord {
  /** Chain that the event belongs to: `application:<id>`, `person:<id>`, `cycle:<id>`, `unit:<id>`, `order:<id>`, `system`. */
  stream: `${'application' | 'person' | 'cycle' | 'unit' | 'order' | 'notice' | 'anchor'}:${string}` | 'system';
  name: string;
  actor: Actor;
  at: Date;
  from?: string;
  to?: string;
  note?: string;
  data?: Prisma.InputJsonObject;
  /** Whether the applicant reads it in the timeline. */
  isPublic?: boolean;
}

/** Writes into the append-only audit; the database numbers and chains it. */
export async function recordEvent(tx: Transaction, event: EventToRecord): Promise<void> {
  await tx.auditEvent.create({
    data: {
      stream: event.stream,
      name: event.name,
      fromStatus: event.from,
      toStatus: event.to,
      actorId: event.actor.personId,
      actorName: event.actor.name,
      actorRole: event.actor.role,
      note: event.note,
      data: event.data ?? {},
      isPublic: event.isPublic ?? false,
      at: event.at,
    },
  });
}
