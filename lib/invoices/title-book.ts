import { db } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { fields } from '@/lib/secrets';
import type { TitleFacts } from './titles';

export interface KeptTitle extends TitleFacts {
  id: string;
}

interface Holder {
  personId: string | null;
  unitId: string | null;
}

const mostKept = 20;

/** A unit's titles are its own; a person's are his, whatever unit he belongs to. */
export const holderOf = ({ personId, unitId, role }: Pick<Actor, 'personId' | 'unitId' | 'role'>): Holder =>
  role === 'UNIT_ADMIN' ? { personId: null, unitId } : { personId, unitId: null };

/** The title alone, whatever came along with it; the mailbox sealed. */
export const titleColumns = ({ kind, title, taxNumber, email }: TitleFacts) => ({ kind, title, taxNumber, mailCipher: fields().seal(email) });

/** Remembers what was used, newest first; the same title with another mailbox takes that mailbox on. */
export async function keepTitle(tx: Transaction, holder: Holder, facts: TitleFacts, now: Date): Promise<void> {
  const { mailCipher, ...title } = titleColumns(facts);
  const same = { ...holder, ...title };
  const { count } = await tx.invoiceTitle.updateMany({ where: same, data: { mailCipher, usedAt: now } });
  if (count === 0) await tx.invoiceTitle.create({ data: { ...same, mailCipher, usedAt: now } });
}

export async function keptTitles(actor: Actor): Promise<KeptTitle[]> {
  const holder = holderOf(actor);
  if (!holder.personId && !holder.unitId) return [];
  const kept = await db.invoiceTitle.findMany({ where: holder, orderBy: { usedAt: 'desc' }, take: mostKept });
  return kept.map(({ id, kind, title, taxNumber, mailCipher }) => ({ id, kind, title, taxNumber, email: fields().open(mailCipher) }));
}

export async function forgetTitle(tx: Transaction, actor: Actor, titleId: string): Promise<number> {
  const holder = holderOf(actor);
  if (!holder.personId && !holder.unitId) return 0;
  return (await tx.invoiceTitle.deleteMany({ where: { ...holder, id: titleId } })).count;
}
