import { parseCreditCode } from '@/lib/kernel/credit-code';
import type { Transaction } from '@/lib/db/transaction';
import { isUuid } from '@/lib/kernel/uuid';

/**
 * Which known unit is meant. Chosen from the list it comes with its id; without scripts only the text comes, and then
 * the whole name or the credit code finds it. Text that names none is kept as typed.
 */
export async function chooseUnit(tx: Transaction, typed: Record<string, unknown>): Promise<Record<string, unknown>> {
  const name = text(typed.unitName);
  const unit = (await byId(tx, text(typed.unitId), name)) ?? (await byWords(tx, name));
  return { ...typed, unitId: unit?.id ?? '', unitName: unit?.name ?? name };
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The words in sight count: an id that was chosen for other words is no choice any more. */
async function byId(tx: Transaction, id: string, name: string) {
  if (!isUuid(id)) return null;
  const unit = await tx.unit.findUnique({ where: { id }, select: { id: true, name: true, status: true } });
  return unit && unit.status !== 'REJECTED' && unit.name === name ? unit : null;
}

async function byWords(tx: Transaction, name: string) {
  if (name === '') return null;
  const code = parseCreditCode(name);
  const found = await tx.unit.findMany({
    where: { status: { not: 'REJECTED' }, ...(code.ok ? { creditCode: code.normalised } : { name }) },
    select: { id: true, name: true },
    take: 2,
  });
  return found.length === 1 ? found[0] : null;
}
