import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { exportKindNames, type ExportInput } from './schema';

/** Who took which table out of the house is kept. */
export function recordExport(actor: Actor, input: ExportInput, facts: { rows: number; now: Date }): Promise<void> {
  const { table, from, to, format } = input;
  return inTransaction((tx) =>
    recordEvent(tx, {
      stream: 'system',
      name: 'finance_exported',
      actor,
      at: facts.now,
      note: `${exportKindNames[table]} ${from} 至 ${to}，${facts.rows} 行`,
      data: { table, from, to, format, rows: facts.rows },
    }),
  );
}
