import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import type { FileRelation } from '@/lib/files/policy';
import type { Actor } from '@/lib/kernel/actor';
import { orderParts } from '@/lib/payments/lock-order';
import { judgeOrder } from '@/lib/payments/policy';

const relations: Partial<Record<Actor['role'], FileRelation>> = { UNIT_ADMIN: 'owner', FINANCE: 'finance', AUDITOR: 'auditor' };

/**
 * How somebody stands to a voucher that was handed in for a unit's order; null for any other file. Who uploaded it
 * does not count any more: the unit's administrator of today sees it, one who has left does not.
 */
export async function unitVoucherRelations(actor: Actor, file: StoredFile): Promise<Set<FileRelation> | null> {
  if (file.purpose !== 'PAYMENT_VOUCHER' || file.applicationId) return null;
  const voucher = await db.paymentVoucher.findFirst({ where: { fileId: file.id }, include: { order: { include: orderParts } } });
  if (!voucher) return null;
  // Seeing an order does not hang on the time.
  const sees = judgeOrder(actor, 'see', voucher.order, file.createdAt).answer === 'yes';
  const relation = relations[actor.role];
  return new Set(sees && relation ? [relation] : []);
}
