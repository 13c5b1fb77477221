import type { Notice } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';

export async function lockNotice(tx: Transaction, id: string): Promise<Notice> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Notice" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('notice');
  return tx.notice.findUniqueOrThrow({ where: { id } });
}

/** What is judged when a notice is saved: the notice that exists, or a new one of the actor's own association. */
export type NoticeToSave = { notice: Notice | null; associationId: string; status: Notice['status'] };

export async function noticeToSave(tx: Transaction, noticeId: string | null, actor: Actor): Promise<NoticeToSave> {
  if (noticeId) {
    const notice = await lockNotice(tx, noticeId);
    return { notice, associationId: notice.associationId, status: notice.status };
  }
  if (!actor.associationId) throw new NotFoundError('association');
  return { notice: null, associationId: actor.associationId, status: 'DRAFT' };
}
