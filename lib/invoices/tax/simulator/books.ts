import { z } from 'zod';

export const blueInput = z.object({
  serial: z.string().regex(/^[0-9A-Za-z-]{6,64}$/),
  sellerTaxNumber: z.string().min(1).max(20),
  buyer: z.object({ isPerson: z.boolean(), name: z.string().min(1).max(100), taxNumber: z.string().max(20) }),
  item: z.object({ name: z.string().min(1).max(90), code: z.string().regex(/^\d{19}$/), taxRate: z.string().min(1).max(10) }),
  amount: z.string().regex(/^\d{1,9}\.\d{2}$/),
  orderNumber: z.string().min(1).max(64),
});
export type BlueInput = z.infer<typeof blueInput>;

export const redInput = z.object({
  requestId: z.string().regex(/^[0-9A-Za-z-]{6,64}$/),
  sellerTaxNumber: z.string().min(1).max(20),
  number: z.string().regex(/^\d{20}$/),
  amount: z.string().regex(/^\d{1,9}\.\d{2}$/),
  reason: z.enum(['01', '02', '03', '04']),
});
export type RedInput = z.infer<typeof redInput>;

interface Course {
  /** Of the invoice to be; told only when it is ready. */
  number: string;
  readyAt: number;
  /** Why it will never be; empty where it will. */
  failure: string;
}

export type Blue = Course & { kind: 'blue'; input: BlueInput };
export type Red = Course & { kind: 'red'; input: RedInput };

/** What the platform has taken on, by our serial or request, and by number. */
export interface Books {
  blues: Map<string, Blue>;
  reds: Map<string, Red>;
  byNumber: Map<string, Blue | Red>;
}

/** The one place where the books change; the journal is replayed through it after a restart. */
export function enter(books: Books, entry: Blue | Red): void {
  if (entry.kind === 'blue') books.blues.set(entry.input.serial, entry);
  else books.reds.set(entry.input.requestId, entry);
  if (entry.number) books.byNumber.set(entry.number, entry);
}
