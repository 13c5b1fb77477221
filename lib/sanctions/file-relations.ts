import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { SanctionFilePurpose } from './attach-files';
import { inForce } from './in-force';
import { judgedFor, sanctionParts } from './lock-sanction';
import { judgeSanction, mayProposeAnywhere } from './policy';

type Relation = 'sanction_reader' | 'sanctioned_unit';

/** How somebody stands to the sanction that this file belongs to; null where it belongs to none. */
export async function sanctionRelations(tx: Transaction, actor: Actor, fileId: string): Promise<Relation[] | null> {
  const held = await tx.sanctionFile.findUnique({
    where: { fileId },
    include: { sanction: { include: sanctionParts } },
  });
  if (!held) return null;
  const sanction = await judgedFor(tx, actor, held.sanction);
  const isUnit = actor.role === 'UNIT_ADMIN' && sanction.unitIds.some((id) => id === actor.unitId);
  const reads = judgeSanction(actor, 'see', sanction, held.sanction.proposedAt).answer === 'yes';
  return [...(reads ? (['sanction_reader'] as const) : []), ...(isUnit ? (['sanctioned_unit'] as const) : [])];
}

interface Upload {
  actor: Actor;
  personId: string;
  purpose: SanctionFilePurpose;
  now: Date;
}

/** Evidence comes from staff, an appeal's files from the unit that has something to appeal against. */
export async function sanctionFileOwner(tx: Transaction, { actor, personId, purpose, now }: Upload): Promise<string> {
  const may = purpose === 'SANCTION_EVIDENCE' ? mayProposeAnywhere(actor) : await hasBarredUnit(tx, actor, now);
  if (!may) throw new NotFoundError('sanction');
  return personId;
}

async function hasBarredUnit(tx: Transaction, { role, unitId }: Actor, now: Date): Promise<boolean> {
  if (role !== 'UNIT_ADMIN' || !unitId) return false;
  const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { creditCode: true } });
  return unit !== null && (await tx.sanction.count({ where: { creditCode: unit.creditCode, ...inForce(now) } })) > 0;
}
