import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { barredBecause, holdUnbarred } from '@/lib/sanctions/in-force';

interface UnitToJudge {
  tx: Transaction;
  unit: { name: string; creditCode: string } | null;
  now: Date;
  /** The input that chose it, where there is one. */
  field?: string;
}

/** Nobody of a barred unit goes on (R33); a bar that is just being decided is waited for, and then counts. */
export async function insistOnUnit({ tx, unit, now, field }: UnitToJudge): Promise<void> {
  if (!unit) return;
  await holdUnbarred(tx, unit.creditCode);
  const because = await barredBecause(tx, unit, now);
  if (because) throw new DomainError('UNIT_BARRED', because, field ? { [field]: [because] } : {});
}
