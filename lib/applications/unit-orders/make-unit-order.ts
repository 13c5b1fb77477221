import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { closeOrder } from '@/lib/payments/close-order';
import { type LoadedOrder, lockOrderOfApplication } from '@/lib/payments/lock-order';
import { type NewItem, writeOrder } from '@/lib/payments/write-order';
import { paymentCloses } from '../deadlines';
import { itemTitle } from '../item-title';
import { judgeTaking } from './judge-taking';
import type { Picked } from './lock-picked';
import type { MakeUnitOrderInput } from './schema';
import { tellTaken } from './tell-people';
import { type LeftOut, leftOutWords, unitOrderExpires, unitOrderTitle } from './terms';

type Making = Step<Transaction, Picked[], MakeUnitOrderInput>;

export interface MadeUnitOrder {
  order: LoadedOrder;
  isNew: boolean;
  leftOut: LeftOut[];
}

interface Sorted {
  taken: { application: Picked; order: LoadedOrder | null }[];
  /** An order of the unit that one of them is in already. */
  known: LoadedOrder | null;
  leftOut: LeftOut[];
}

/**
 * One order of the unit for all who can be paid for now; their own unpaid orders end with it. A second click and a
 * second tab find everybody in the order that is there, and get that one.
 */
export async function makeUnitOrder(step: Making): Promise<MadeUnitOrder> {
  const { taken, known, leftOut } = await sortOut(step);
  if (taken.length === 0) {
    if (known) return { order: known, isNew: false, leftOut };
    const sentence = `所选人员现在都不能由单位缴费。${leftOutWords(leftOut)}`;
    throw new DomainError('NOBODY_TO_PAY_FOR', sentence, { application: [sentence] });
  }
  const order = await writeUnitOrder(step, taken, leftOut);
  for (const { application } of taken) await tellTaken({ tx: step.tx, order, application, now: step.now });
  return { order, isNew: true, leftOut };
}

async function sortOut({ tx, actor, subject, now }: Making): Promise<Sorted> {
  const sorted: Sorted = { taken: [], known: null, leftOut: [] };
  for (const application of subject) {
    const order = await lockOrderOfApplication(tx, application.id);
    const taking = judgeTaking(actor, application, order, now);
    const isOurs = application.unitId === actor.unitId;
    if (taking.answer === 'take') sorted.taken.push({ application, order });
    if (taking.answer === 'taken') sorted.known = order;
    // The name of somebody who has left is not the unit's to read any more.
    if (taking.answer === 'leave_out') sorted.leftOut.push({ name: isOurs ? application.person.name : '有一位', because: taking.because });
  }
  return sorted;
}

async function writeUnitOrder(step: Making, taken: Sorted['taken'], leftOut: readonly LeftOut[]): Promise<LoadedOrder> {
  const { tx, actor, now } = step;
  const applications = taken.map(({ application }) => application);
  const { cycle, cycleId } = sharedCycle(applications);
  insistOnMost(applications.length, cycle.unitOrderMost);
  const { personId, unitId } = actor;
  if (!personId || !unitId) throw new Error('only who acts for a unit makes its order');
  const items: NewItem[] = [];
  for (const one of taken) items.push(await freedItem(step, one));
  const closesAt = applications.map(paymentCloses).reduce((one, other) => (one < other ? one : other));
  return writeOrder({
    tx,
    actor,
    payer: { personId, unitId },
    cycleId,
    payeeId: cycle.associationId,
    title: unitOrderTitle({ provinceName: cycle.association.provinceName, levels: applications.map(({ level }) => level) }),
    items,
    expiresAt: unitOrderExpires(now, closesAt, cycle),
    note: `单位统一缴费：${applications.map(({ person }) => person.name).join('、')}。${leftOut.length > 0 ? `未列入：${leftOutWords(leftOut)}` : ''}`,
    now,
  });
}

function insistOnMost(count: number, most: number): void {
  if (count <= most) return;
  const sentence = `一个订单最多 ${most} 人，请分几个订单缴费。`;
  throw new DomainError('TOO_MANY', sentence, { application: [sentence] });
}

/** The deadline, the payee and the fees are those of one cycle. */
function sharedCycle(applications: readonly Picked[]): Picked {
  const [first, ...others] = applications;
  if (!first) throw new Error('an order pays for somebody');
  if (others.some(({ cycleId }) => cycleId !== first.cycleId)) {
    throw new DomainError('ONE_CYCLE', '一个订单只能包含同一次认证的申请人，请分开缴费。');
  }
  return first;
}

/** The share costs what his own order asked for; that one ends here. */
async function freedItem({ tx, actor, now }: Making, { application, order }: Sorted['taken'][number]): Promise<NewItem> {
  const { id: applicationId, personId, cycleLevel } = application;
  const isOpen = order?.status === 'UNPAID';
  const amountFen = isOpen ? order.totalFen : cycleLevel.feeFen;
  if (amountFen === null) throw new DomainError('FEE_UNKNOWN', '这个级别的费用尚未公布，暂时不能缴费。');
  if (isOpen) await closeOrder({ tx, actor, order, reason: '改由所在单位统一缴费。', now });
  return { applicationId, personId, title: itemTitle(application), amountFen };
}
