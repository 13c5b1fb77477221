import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { barredBecause, barredCodes } from '@/lib/sanctions/in-force';

export interface BarredStart {
  because: string;
  unitName: string;
  /** Known only from an earlier application: he may have left since, and says so. */
  mayHaveLeft: boolean;
}

/** A barred unit that this person is known to belong to: he administers it, or applied from it last. */
export async function barredStart(tx: Transaction, personId: string, now: Date): Promise<BarredStart | null> {
  const codes = await barredCodes(tx, now);
  if (codes.length === 0) return null;
  const administered = await tx.unit.findFirst({
    where: {
      creditCode: { in: codes },
      grants: { some: { personId, role: 'UNIT_ADMIN', revokedAt: null, approvedAt: { not: null } } },
    },
  });
  const unit = administered ?? (await lastUnit(tx, personId));
  const because = await barredBecause(tx, unit, now);
  return unit && because ? { because, unitName: unit.name, mayHaveLeft: !administered } : null;
}

async function lastUnit(tx: Transaction, personId: string) {
  const latest = await tx.application.findFirst({
    where: { personId, unitId: { not: null }, status: { not: 'DISCARDED' } },
    orderBy: { createdAt: 'desc' },
    include: { unit: true },
  });
  return latest?.unit ?? null;
}

export interface StartWish {
  hasLeftUnit?: 'yes' | undefined;
}

/** The unit that he says to have left, for the record; refused where he is still known to be of it. */
export async function insistOnFreeStart(
  tx: Transaction,
  { personId, wish, now }: { personId: string; wish: StartWish; now: Date },
): Promise<{ leftUnit?: string }> {
  const barred = await barredStart(tx, personId, now);
  if (!barred) return {};
  if (barred.mayHaveLeft && wish.hasLeftUnit === 'yes') return { leftUnit: barred.unitName };
  throw new DomainError('UNIT_BARRED', barred.because, { hasLeftUnit: [barred.because] });
}
