import { beforeEach, describe, expect, it } from 'vitest';
import { lockApplication } from '@/lib/applications/lock-application';
import { approvePaymentRefund, lockRefundableFirst, lockRefundFirst, refundPayment } from '@/lib/applications/refund-payment';
import { reopenOrder } from '@/lib/applications/reopen-order';
import { judge } from '@/lib/applications/policy';
import { db } from '@/lib/db/client';
import type { ApplicationStatus } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { financeOf, payDay as now, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { assignTo, enterFound } from '../../build/receipts';

let applicant: PayingApplicant;
let cashier: Actor;
let second: Actor;
let receipts = 0;

const application = () => db.application.findUniqueOrThrow({ where: { id: applicant.applicationId } });
const pay = async (orderNumber: string) => {
  const { receipt } = await enterFound({ by: cashier, bankReference: `T${applicant.orderId.slice(-12)}${++receipts}` });
  await assignTo({ by: cashier, unmatchedId: receipt.id, orderNumber });
};

/** Paid and complete; the rest of the way is another test's. */
const paidApplicant = async (status?: ApplicationStatus) => {
  applicant = await payingApplicant({ status: 'SUBMITTED', hasMaterials: true });
  await pay((await applicant.order()).number);
  if (status) await db.application.update({ where: { id: applicant.applicationId }, data: { status } });
};
const propose = (amountFen: number) =>
  inTransaction(async (tx) => {
    const input = { amountFen, reason: 'STAFF_DECISION' as const, note: '示例' };
    return refundPayment({ tx, actor: cashier, subject: await lockRefundableFirst(tx, applicant.orderId), input, now });
  });
const approve = (id: string) =>
  inTransaction(async (tx) => approvePaymentRefund({ tx, actor: second, subject: await lockRefundFirst(tx, id), input: {}, now }));
const giveBack = async (amountFen: number) => approve((await propose(amountFen)).id);

beforeEach(async () => {
  [cashier, second] = [await financeOf('jiangsu'), await financeOf('jiangsu')];
});

describe('a fee that is given back in full', () => {
  it('while the application runs is to be paid again, and not before the refund is approved', async () => {
    await paidApplicant();
    expect(await application()).toMatchObject({ status: 'COMPLETE', hasPayment: true });
    const { id } = await propose(10_000);
    expect(await application()).toMatchObject({ status: 'COMPLETE', hasPayment: true });
    await approve(id);
    expect(await application()).toMatchObject({ status: 'SUBMITTED', hasPayment: false, completedAt: null, claimedById: null });
    expect(await db.auditEvent.count({ where: { stream: `application:${applicant.applicationId}`, name: 'payment_returned' } })).toBe(1);
    const told = await db.message.findFirst({ where: { personId: applicant.actor.personId, template: 'application.lose_payment' } });
    expect(told?.text).toContain('请重新缴费');
    await inTransaction(async (tx) =>
      reopenOrder({ tx, actor: applicant.actor, subject: await lockApplication(tx, applicant.applicationId), input: {}, now }),
    );
    const again = await db.order.findFirstOrThrow({ where: { applicationId: applicant.applicationId, status: 'UNPAID' } });
    await pay(again.number);
    expect(await application()).toMatchObject({ status: 'COMPLETE', hasPayment: true });
    expect(await checkBooks()).toEqual([]);
  });

  it('lets the applicant withdraw instead', async () => {
    await paidApplicant('UNDER_REVIEW');
    await giveBack(10_000);
    const loaded = await inTransaction((tx) => lockApplication(tx, applicant.applicationId));
    expect([loaded.status, judge(applicant.actor, 'withdraw', loaded, now).answer]).toEqual(['SUBMITTED', 'yes']);
  });

  it.each(['ELIGIBLE', 'EXAM', 'CERTIFIED', 'NOT_PASSED'] as const)('after the review opens nothing again: %s', async (status) => {
    await paidApplicant(status);
    await giveBack(10_000);
    expect(await application()).toMatchObject({ status, hasPayment: true });
  });

  it('of a rejected application does not come back as paid when the decision is undone', async () => {
    await paidApplicant('REJECTED');
    await giveBack(10_000);
    expect(await application()).toMatchObject({ status: 'REJECTED', hasPayment: false });
  });

  it('in part leaves the application paid', async () => {
    await paidApplicant();
    await giveBack(9_999);
    expect(await application()).toMatchObject({ status: 'COMPLETE', hasPayment: true });
  });
});
