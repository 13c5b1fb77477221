import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { financeMonth } from '@/lib/payments/closing/closing-queries';
import { lockOrder } from '@/lib/payments/lock-order';
import { refundOrder } from '@/lib/payments/refunds/refund-order';
import { aNumber, ask, latestInvoice, paid, seller, take, tell } from '@/tests/build/invoices';
import { financeOf, payDay as now, payingApplicant } from '@/tests/build/paying-applicant';

it('the month’s report ties the invoices to the books, and lists what a refund has left too high', async () => {
  const [applicant, cashier] = [await payingApplicant(), await financeOf('jiangsu')];
  await paid(applicant);
  await ask(applicant.actor, applicant.orderId);
  await seller(cashier);
  await take(cashier);
  await tell(cashier, `${(await latestInvoice(applicant.orderId)).serial} ${aNumber()}`);
  const report = async () => (await financeMonth(cashier, { month: '2025-02', payeeId: 'jiangsu', now }))?.report;
  // Issued by the clock of the test, within the month.
  expect(await report()).toMatchObject({ invoices: { keptFen: 10_000, billedFen: 10_000 } });
  await db.cycle.updateMany({ where: { slug: 'payments-test' }, data: { secondEyesAboveFen: 1_000_000 } });
  const input = { amountFen: 4_000, reason: 'STAFF_DECISION' as const, note: '依据示例' };
  await inTransaction(async (tx) => refundOrder({ tx, actor: cashier, subject: await lockOrder(tx, applicant.orderId), input, now }));
  const { number } = await applicant.order();
  expect(await report()).toMatchObject({
    invoices: { keptFen: 6_000, billedFen: 10_000 },
    differences: expect.arrayContaining([
      expect.objectContaining({ area: 'invoices', reference: number, oursFen: 6_000, theirsFen: 10_000, because: expect.stringContaining('红冲') }),
    ]),
  });
});
