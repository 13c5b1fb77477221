import { db } from './client';
import type { Prisma } from './generated/client';

export type Transaction = Prisma.TransactionClient;

const retried = new Set(['P2034', '40001', '40P01']);

/** One transaction; run again, at most three times, when PostgreSQL ended it for a deadlock or a serialisation conflict. */
export async function inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { maxWait: 10_000, timeout: 20_000 });
    } catch (error) {
      if (attempt === 3 || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return retried.has(code) || /deadlock detected|could not serialize|write conflict/i.test(error.message);
}

/** True for a broken unique constraint; `part` names a column or constraint to tell several apart. */
export function isUniqueViolation(error: unknown, part?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'P2002') return false;
  if (!part) return true;
  const facts = 'meta' in error ? JSON.stringify(error.meta) : '';
  return facts.includes(part) || error.message.includes(part);
}
