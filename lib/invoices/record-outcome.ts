import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { parsePlainDate } from '@/lib/kernel/dates';
import type { LoadedInvoice } from './lock-invoice';
import { moveInvoice } from './move-invoice';
import { tellFailed, tellIssued } from './tell-payer';

interface Recording {
  tx: Transaction;
  actor: Actor;
  /** Locked, and in 开票中; or in 开票失败, and the number came after all. */
  invoice: LoadedInvoice;
  now: Date;
}

interface Issued extends Recording {
  number: string;
  /** The date on the invoice. */
  issuedOn: string;
  toldAt?: Date;
}

/** The twenty digits, whoever told them; false where another invoice has them. */
export async function recordIssued({ tx, actor, invoice, number, issuedOn, toldAt, now }: Issued): Promise<boolean> {
  if (await isNumberUsed(tx, number)) return false;
  const set = { number, issuedAt: now, issuedOn: parsePlainDate(issuedOn), failure: '' };
  await moveInvoice({ tx, actor, invoice, move: issuingMove(invoice), set, note: number, toldAt, now });
  await tellIssued({ tx, invoice, number, now });
  return true;
}

export const issuingMove = ({ status }: Pick<LoadedInvoice, 'status'>) => (status === 'FAILED' ? 'record_issued_late' : 'record_issued');

export async function recordFailed({ tx, actor, invoice, because, now }: Recording & { because: string }): Promise<void> {
  await moveInvoice({ tx, actor, invoice, move: 'record_failed', set: { failure: because }, note: because, now });
  await tellFailed({ tx, invoice, because, now });
}

export const isNumberUsed = async (tx: Transaction, number: string): Promise<boolean> =>
  (await tx.invoice.count({ where: { OR: [{ number }, { redNumber: number }] } })) > 0;
