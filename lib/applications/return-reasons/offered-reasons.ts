import { db } from '@/lib/db/client';

/** The reasons that reviewers of this association choose from: those common to all, and its own. */
export const offeredTo = (associationId: string) => ({ isActive: true, OR: [{ associationId: null }, { associationId }] });

export type ReturnReasonRow = Awaited<ReturnType<typeof offeredReasons>>[number];

export const offeredReasons = (associationId: string) =>
  db.returnReason.findMany({ where: offeredTo(associationId), orderBy: [{ position: 'asc' }, { code: 'asc' }] });
