import type { Transaction } from '@/lib/db/transaction';
import { actingAdministrators } from '@/lib/units/admin-queries';

interface Ordered {
  personId: string;
  unitId: string | null;
}

/** Who is told of an order: whoever made it, and for a unit everybody who administers it now. */
export async function payersOf(tx: Transaction, { personId, unitId }: Ordered): Promise<string[]> {
  const others = unitId ? await actingAdministrators(tx, unitId) : [];
  return [...new Set([personId, ...others])];
}
