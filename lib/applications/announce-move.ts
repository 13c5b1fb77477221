import type { Transaction } from '@/lib/db/transaction';
import { sendMessage } from '@/lib/messages/send-message';
import { moveNotices } from '@/lib/notices/move-notices';
import type { Actor } from '@/lib/kernel/actor';
import { asSentence } from './decision-reasons';
import type { LoadedApplication } from './lock-application';
import { itemTitle } from './item-title';
import type { MoveName } from './moves';

interface Announcement {
  tx: Transaction;
  /** Who made the move. */
  actor: Actor;
  application: LoadedApplication;
  move: MoveName;
  now: Date;
  note?: string;
}

/** Tells the applicant of a move, where the table of notices has words for it. */
export async function announceMove({ tx, actor, application, move, now, note }: Announcement): Promise<void> {
  const notice = moveNotices[move];
  if (!notice) return;
  const byUnit = actor.role === 'UNIT_ADMIN';
  const text = notice.text({
    title: itemTitle(application),
    number: application.number,
    reason: asSentence(note ?? ''),
    revisionDueAt: application.revisionDueAt,
    byUnit,
    owes: application.hasPayment ? null : application.hasMaterials ? 'payment' : 'both',
  });
  await sendMessage({
    tx,
    personId: application.personId,
    applicationId: application.id,
    template: `application.${move}`,
    subject: notice.subject,
    text,
    // What others did for him he has not seen on the screen.
    channels: byUnit ? ['SITE', 'SMS', 'MAIL'] : notice.channels,
    now,
  });
}
