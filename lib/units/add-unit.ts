import { countTry } from '@/lib/accounts/count-try';
import { recordEvent } from '@/lib/audit/record-event';
import { isUniqueViolation, type Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { AddUnitInput } from './schema';

const mostADay = 10;
const day = 24 * 60 * 60_000;

export interface AddedUnit {
  unitId: string;
  name: string;
  /** The code was registered before; nothing was added. */
  wasKnown: boolean;
}

/** Registers a unit, to be verified by the association. The credit code is the unit: a known code is that unit. */
export async function addUnit({ tx, actor, input, now }: Step<Transaction, unknown, AddUnitInput>): Promise<AddedUnit> {
  const known = await tx.unit.findUnique({ where: { creditCode: input.creditCode } });
  if (known?.status === 'REJECTED') throw rejectedBefore(known.decisionNote);
  if (known) return { unitId: known.id, name: known.name, wasKnown: true };
  const { count } = await countTry({ key: `add-unit:${actor.personId}`, most: mostADay + 1, windowMs: day }, now);
  if (count > mostADay) throw new DomainError('ADD_LIMIT', `每天最多登记 ${mostADay} 个单位，请明天再试。`);
  try {
    const unit = await tx.unit.create({ data: { ...input, addedById: actor.personId, addedAt: now } });
    await recordEvent(tx, {
      stream: `unit:${unit.id}`,
      name: 'unit_added',
      actor,
      at: now,
      data: { creditCode: unit.creditCode },
    });
    return { unitId: unit.id, name: unit.name, wasKnown: false };
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('ADDED_MEANWHILE', '这个统一社会信用代码刚刚由别人登记，请再点一次。');
    throw error;
  }
}

function rejectedBefore(note: string | null): DomainError {
  const sentence = `这个统一社会信用代码的单位未通过核实${note ? `，原因：${note}` : ''}。请核对代码；如有疑问，请联系省级协会。`;
  return new DomainError('UNIT_REJECTED', sentence, { creditCode: [sentence] });
}
