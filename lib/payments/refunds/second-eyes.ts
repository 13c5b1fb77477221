import type { LoadedOrder } from '../lock-order';

/** Above the cycle's limit somebody else decides; without a limit, and for money of no order, always. */
export function needsSecondEyes(order: Pick<LoadedOrder, 'cycle'> | null, amountFen: number): boolean {
  const limit = order?.cycle.secondEyesAboveFen ?? null;
  return limit === null || amountFen > limit;
}
