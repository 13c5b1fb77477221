import { describe, expect, it } from 'vitest';
import { holdAll } from '@/lib/applications/lock-for-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { closeOrder } from '@/lib/payments/close-order';
import { createOrder } from '@/lib/payments/create-order';
import { lockOrder } from '@/lib/payments/lock-order';
import { payDay, payingApplicant, windowEnd } from '../../build/paying-applicant';

const again = async (applicant: Awaited<ReturnType<typeof payingApplicant>>, feeFen: number | null = 10_000) => {
  const { personId, cycleId, title } = await applicant.order();
  return inTransaction(async (tx) => {
    await holdAll(tx, [applicant.applicationId]);
    return createOrder({
      tx,
      actor: applicant.actor,
      application: { id: applicant.applicationId, personId, cycleId },
      payeeId: 'jiangsu',
      title,
      feeFen,
      expiresAt: windowEnd,
      now: payDay,
    });
  });
};

describe('an order', () => {
  it('is made unpaid, with the number of the notice and the Beijing time', async () => {
    const applicant = await payingApplicant({ now: new Date('2025-01-13T07:11:11Z') });
    const order = await applicant.order();
    expect(order.number).toMatch(/^coaa02820250113151111\d{7}$/);
    expect(order).toMatchObject({
      status: 'UNPAID',
      totalFen: 10_000,
      paidFen: 0,
      title: '江苏省初级科技辅导员专业水平认证',
    });
  });

  it('is the same one when asked for again', async () => {
    const applicant = await payingApplicant();
    expect((await again(applicant)).id).toBe(applicant.orderId);
    expect(await db.order.count({ where: { applicationId: applicant.applicationId } })).toBe(1);
  });

  it('is made anew after the old one was closed', async () => {
    const applicant = await payingApplicant();
    await inTransaction(async (tx) =>
      closeOrder({
        tx,
        actor: applicant.actor,
        order: await lockOrder(tx, applicant.orderId),
        reason: '撤回',
        now: payDay,
      }),
    );
    const fresh = await again(applicant);
    expect(fresh.id).not.toBe(applicant.orderId);
    expect(fresh.status).toBe('UNPAID');
  });

  it('is refused while the fee is unknown, and paid from the start when there is none', async () => {
    const applicant = await payingApplicant({ feeFen: 0 });
    expect(await applicant.order()).toMatchObject({ status: 'PAID', paidFen: 0 });
    await expect(again(applicant, null)).rejects.toThrow('费用尚未公布');
  });

  it('exists once, however many transactions make it at the same time', async () => {
    const applicant = await payingApplicant();
    await inTransaction(async (tx) =>
      closeOrder({
        tx,
        actor: applicant.actor,
        order: await lockOrder(tx, applicant.orderId),
        reason: '撤回',
        now: payDay,
      }),
    );
    const made = await Promise.all(Array.from({ length: 8 }, () => again(applicant)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const live = await db.order.count({ where: { applicationId: applicant.applicationId, status: { not: 'CLOSED' } } });
    expect(live).toBe(1);
  });

  it('cannot change its total, payer or number, by whatever way somebody tries', async () => {
    const { orderId } = await payingApplicant();
    await expect(db.order.update({ where: { id: orderId }, data: { totalFen: 1 } })).rejects.toThrow(
      'keeps its number',
    );
    await expect(db.order.update({ where: { id: orderId }, data: { status: 'PAID' } })).rejects.toThrow(
      'Order_paid_in_full',
    );
  });
});
