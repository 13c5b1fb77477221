import { randomInt } from 'node:crypto';
import { lockPayable } from '@/lib/applications/lock-for-payment';
import { judgePayment } from '@/lib/applications/judge-payment';
import { paymentPorts, settlePayment } from '@/lib/applications/settle-payment';
import { judgePicked, lockPicked } from '@/lib/applications/unit-orders/lock-picked';
import { type MadeUnitOrder, makeUnitOrder } from '@/lib/applications/unit-orders/make-unit-order';
import { retireOwnPayments } from '@/lib/applications/unit-orders/retire-own-payments';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { Actor } from '@/lib/kernel/actor';
import { carryOutPayment } from '@/lib/payments/carry-out-payment';
import { startPayment } from '@/lib/payments/start-payment';
import { insist } from './applications/act';
import type { MemoryProvider } from './memory-provider';
import { payDay, type PayingApplicant, payingApplicant, somebody } from './paying-applicant';

export interface PayingUnit {
  unitId: string;
  admin: Actor;
  people: PayingApplicant[];
}

export async function aUnit(): Promise<{ unitId: string; admin: Actor }> {
  const creditCode = `91${String(randomInt(1e12)).padStart(16, '0')}`;
  const unit = await db.unit.create({
    data: { name: `示例学校${creditCode.slice(-6)}`, creditCode, kind: 'SCHOOL', regionCode: '320100', status: 'APPROVED' },
  });
  return { unitId: unit.id, admin: { ...(await somebody('UNIT_ADMIN', '示例管理员')), unitId: unit.id } };
}

const names = ['甲示例', '乙示例', '丙示例', '丁示例'];

/** A unit whose people wait to be paid for, each with an order of his own. */
export async function payingUnit(wishes: Parameters<typeof payingApplicant>[0][] = [{}, {}, {}]): Promise<PayingUnit> {
  const unit = await aUnit();
  const people: PayingApplicant[] = [];
  for (const [place, wish] of wishes.entries()) {
    people.push(await payingApplicant({ unitId: unit.unitId, name: names[place], ...wish }));
  }
  return { ...unit, people };
}

interface Wish {
  by: Actor;
  people: readonly { applicationId: string }[];
  provider?: MemoryProvider;
  now?: Date;
}

/** What the button 生成订单 does: their own open payments are ended at the provider, then the order is made. */
export async function orderFor({ by: actor, people, provider, now = payDay }: Wish): Promise<MadeUnitOrder> {
  const application = people.map(({ applicationId }) => applicationId);
  const ports = provider ? { providers: [provider], settle: settlePayment, now } : paymentPorts(now);
  await retireOwnPayments({ actor, applicationIds: application, ports, now });
  return inTransaction(async (tx) => {
    const subject = await lockPicked(tx, { application });
    insist(judgePicked(actor, subject, now));
    return makeUnitOrder({ tx, actor, subject, input: { application }, now });
  });
}

/** What the pay button of the unit's order does; answers with the provider's number of it, if it is still open then. */
export async function beginToPay(by: Actor, orderId: string, provider: MemoryProvider, now = payDay): Promise<string> {
  const started = await inTransaction(async (tx) => {
    const subject = await lockPayable(tx, { orderId });
    insist(judgePayment(by, 'pay_online', subject, now));
    return startPayment({ tx, actor: by, subject: subject.order, input: { channel: 'NATIVE' }, provider: provider.name, now });
  });
  await carryOutPayment(started, {
    actor: by,
    providers: [provider],
    settle: settlePayment,
    now,
    payerAddress: '127.0.0.1',
    returnPath: '/unit/orders',
  });
  const open = await db.paymentAttempt.findFirst({ where: { orderId, status: 'CREATED' } });
  if (!open) throw new NotFoundError('open attempt');
  return open.outTradeNumber;
}
