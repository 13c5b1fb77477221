import { db } from '@/lib/db/client';

/** Whose account it is, as the association calls itself. */
export async function payeeName(associationId: string | null): Promise<string> {
  const association = associationId ? await db.association.findUnique({ where: { id: associationId }, select: { name: true } }) : null;
  return association?.name ?? '';
}
