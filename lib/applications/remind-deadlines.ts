import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { longDateTime, remaining } from '@/lib/kernel/dates';
import { sendMessage } from '@/lib/messages/send-message';
import { itemTitle } from './item-title';

const day = 24 * 60 * 60 * 1000;
const remindedDaysBefore = [7, 3, 1];

/** Once a day: tells those whose turn it is that a deadline is 7, 3 or 1 days away. */
export async function remindDeadlines(now: Date): Promise<void> {
  const waiting = await db.application.findMany({
    where: { status: { in: ['DRAFT', 'AWAITING_STAMP', 'SUBMITTED', 'RETURNED'] } },
    include: { cycle: { include: { association: true } } },
  });
  for (const application of waiting) {
    const deadline = application.revisionDueAt ?? application.cycle.applyClosesAt;
    const daysLeft = Math.ceil((deadline.getTime() - now.getTime()) / day);
    if (!remindedDaysBefore.includes(daysLeft)) continue;
    const template = `deadline.${daysLeft}`;
    await inTransaction(async (tx) => {
      const told = await tx.message.count({
        where: { applicationId: application.id, template, createdAt: { gt: new Date(now.getTime() - 2 * day) } },
      });
      if (told > 0) return;
      await sendMessage({
        tx,
        personId: application.personId,
        applicationId: application.id,
        template,
        subject: '截止时间提醒',
        text: `您的${itemTitle(application)}尚未完成，截止时间 ${longDateTime(deadline)}，还剩 ${remaining(now, deadline)}。`,
        channels: ['SITE', 'SMS', 'MAIL'],
        now,
      });
    });
  }
}
