import type { Transaction } from '@/lib/db/transaction';
import { sendMessage } from '@/lib/messages/send-message';
import { moveNotices } from '@/lib/notices/move-notices';
import { asSentence } from './decision-reasons';
import type { LoadedApplication } from './lock-application';
import { itemTitle } from './item-title';
import type { MoveName } from './moves';

interface Announcement {
  tx: Transaction;
  application: LoadedApplication;
  move: MoveName;
  now: Date;
  note?: string;
}

/** Tells the applicant of a move, where the table of notices has words for it. */
export async function announceMove({ tx, application, move, now, note }: Announcement): Promise<void> {
  const notice = moveNotices[move];
  if (!notice) return;
  const text = notice.text({
    title: itemTitle(application),
    number: application.number,
    reason: asSentence(note ?? ''),
    revisionDueAt: application.revisionDueAt,
    owes: application.hasPayment ? null : application.hasMaterials ? 'payment' : 'both',
  });
  await sendMessage({
    tx,
    personId: application.personId,
    applicationId: application.id,
    template: `application.${move}`,
    subject: notice.subject,
    text,
    channels: notice.channels,
    now,
  });
}
