import { daysLater } from '@/lib/kernel/dates';

/** An application as far as its deadlines go. */
export interface Dated {
  revisionDueAt: Date | null;
  /** Whole days that it stood frozen. */
  daysHeld: number;
  cycle: { applyClosesAt: Date; materialsCloseAt: Date; paymentClosesAt: Date };
}

/** The deadlines of the cycle, later by the time that the application could not go on; a correction has its own. */
export const applyCloses = ({ cycle, daysHeld }: Dated): Date => daysLater(cycle.applyClosesAt, daysHeld);
export const materialsClose = ({ cycle, daysHeld }: Dated): Date => daysLater(cycle.materialsCloseAt, daysHeld);
export const paymentCloses = ({ cycle, daysHeld }: Pick<Dated, 'cycle' | 'daysHeld'>): Date =>
  daysLater(cycle.paymentClosesAt, daysHeld);
