import { changeInWords, windowsMovedBy } from '@/lib/catalogue/window-changes';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { sendMessage } from '@/lib/messages/send-message';
import { itemTitle } from './item-title';

interface MovedWindows {
  cycleId: string;
  /** Of the cycle: the change that is told. */
  revision: number;
  now: Date;
}

/** Tells everybody who is still at it that a later notice moved the times (R1); twice changes nothing. */
export async function tellNewWindows({ cycleId, revision, now }: MovedWindows): Promise<void> {
  const changes = await windowsMovedBy(db, cycleId, revision);
  if (changes.length === 0) return;
  const concerned = await db.application.findMany({
    where: { cycleId, status: { in: ['DRAFT', 'AWAITING_STAMP', 'SUBMITTED'] }, revisionDueAt: null },
    include: { cycle: { include: { association: true } } },
  });
  const template = `windows.${revision}`;
  for (const application of concerned) {
    const { id: applicationId, personId } = application;
    await inTransaction(async (tx) => {
      if ((await tx.message.count({ where: { applicationId, template } })) > 0) return;
      await sendMessage({
        tx,
        personId,
        applicationId,
        template,
        subject: '申报时间有调整',
        text: `您的${itemTitle(application)}（编号 ${application.number}）：${changes.map(changeInWords).join('；')}。请按新的时间办理。`,
        channels: ['SITE', 'SMS', 'MAIL'],
        now,
      });
    });
  }
}
