import { recordEvent } from '@/lib/audit/record-event';
import type { Notice } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';

/** Shows a notice to everybody. */
export async function publishNotice(step: Step<Transaction, Notice, { noticeId: string }>): Promise<{ slug: string }> {
  const { tx, actor, subject, now } = step;
  await tx.notice.update({ where: { id: subject.id }, data: { status: 'PUBLISHED', publishedAt: now } });
  await recordEvent(tx, {
    stream: `notice:${subject.id}`,
    name: 'notice_published',
    actor,
    at: now,
    from: subject.status,
    to: 'PUBLISHED',
    data: { title: subject.title, documentNumber: subject.documentNumber },
  });
  return { slug: subject.slug };
}
