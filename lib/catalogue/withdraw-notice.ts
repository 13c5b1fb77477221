import type { z } from 'zod';
import { recordEvent } from '@/lib/audit/record-event';
import type { Notice } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import type { withdrawNoticeInput } from './notice-input';

/** Takes a notice off the public pages; its address then says that it was withdrawn. */
export async function withdrawNotice(
  step: Step<Transaction, Notice, z.output<typeof withdrawNoticeInput>>,
): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  await tx.notice.update({ where: { id: subject.id }, data: { status: 'WITHDRAWN', withdrawnAt: now } });
  await recordEvent(tx, {
    stream: `notice:${subject.id}`,
    name: 'notice_withdrawn',
    actor,
    at: now,
    from: subject.status,
    to: 'WITHDRAWN',
    note: input.reason,
  });
}
