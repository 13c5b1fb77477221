import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { longDateTime, remaining } from '@/lib/kernel/dates';
import { sendMessage } from '@/lib/messages/send-message';
import { itemTitle } from './item-title';
import { deadlineOf, halfMissing } from './journey';
import { liveShare, unitPays } from './unit-orders/unit-payment';

const day = 24 * 60 * 60 * 1000;
const remindedDaysBefore = [7, 3, 1];
const parts = { cycle: { include: { association: true } }, orderItems: liveShare } as const satisfies Prisma.ApplicationInclude;
type Waiting = Prisma.ApplicationGetPayload<{ include: typeof parts }>;

/** Once a day: tells those whose turn it is that the deadline of their next step is 7, 3 or 1 days away (R31). */
export async function remindDeadlines(now: Date): Promise<void> {
  const waiting = await db.application.findMany({
    where: { status: { in: ['DRAFT', 'AWAITING_STAMP', 'SUBMITTED', 'RETURNED'] } },
    include: parts,
  });
  for (const application of waiting) {
    const deadline = deadlineOf(application);
    const daysLeft = deadline ? Math.ceil((deadline.getTime() - now.getTime()) / day) : 0;
    if (deadline && remindedDaysBefore.includes(daysLeft)) await remind({ application, deadline, daysLeft, now });
  }
}

interface Reminder {
  application: Waiting;
  deadline: Date;
  daysLeft: number;
  now: Date;
}

function remind({ application, deadline, daysLeft, now }: Reminder): Promise<void> {
  const { id, personId } = application;
  const template = `deadline.${daysLeft}`;
  return inTransaction(async (tx) => {
    const since = new Date(now.getTime() - 2 * day);
    if ((await tx.message.count({ where: { applicationId: id, template, createdAt: { gt: since } } })) > 0) return;
    await sendMessage({
      tx,
      personId,
      applicationId: id,
      template,
      subject: '截止时间提醒',
      text: `您的${itemTitle(application)}（编号 ${application.number}）还没有办完：${lacking(application)}截止时间 ${longDateTime(deadline)}，还剩 ${remaining(now, deadline)}。`,
      channels: ['SITE', 'SMS', 'MAIL'],
      now,
    });
  });
}

function lacking(application: Waiting): string {
  if (application.status === 'RETURNED') return '退回修改后还没有重新提交。';
  return halfMissing(application, unitPays(application) ? 'unit' : 'himself') ?? '申报书还没有提交报名。';
}
