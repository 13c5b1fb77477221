import { randomInt } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { refundUnmatched } from '@/lib/payments/refunds/refund-unmatched';
import { lockUnmatched } from '@/lib/payments/resolve-unmatched';
import { financeOf, payDay as now, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { handIn, refuseTransfer } from '../../build/transfers';

let applicant: PayingApplicant;
let finance: Actor;

beforeEach(async () => {
  applicant = await payingApplicant();
  finance = await financeOf('jiangsu');
});

const giveBack = (id: string) =>
  inTransaction(async (tx) => {
    const { unmatched } = await lockUnmatched(tx, id);
    await refundUnmatched({ tx, by: finance, unmatched, note: '金额不符', now });
  });

describe('two wrong transfers for one order', () => {
  it('both go back, each by a refund of its own', async () => {
    for (const arrived of ['90', '80']) {
      await refuseTransfer({ voucherId: await handIn(applicant), bankReference: `BOC${randomInt(1e12)}`, arrived, by: finance });
    }
    for (const { id } of (await applicant.order()).unmatched) await giveBack(id);
    const refunds = await db.refund.findMany({ where: { orderId: applicant.orderId } });
    expect(refunds.map(({ amountFen }) => amountFen).sort()).toEqual([8_000, 9_000]);
    expect(new Set(refunds.map(({ number }) => number)).size).toBe(2);
    expect(await checkBooks()).toEqual([]);
  });
});
