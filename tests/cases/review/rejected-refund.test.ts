import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconsiderApplication } from '@/lib/applications/decide-eligibility';
import { db } from '@/lib/db/client';
import { checkBooks } from '@/lib/ledger/check-books';
import { act } from '@/tests/build/applications/act';
import { seededHouse } from '@/tests/build/applications/house';
import { anApplicationUnderReview, reject } from '@/tests/build/applications/reviewed';

const ruled = (rejected: 'full' | 'decide') =>
  db.cycle.updateMany({ where: { associationId: 'jiangsu' }, data: { refundPolicy: { rejected, withdrawn: 'none', text: '' } } });
const refundsOf = (applicationId: string) =>
  db.refund.findMany({ where: { order: { items: { some: { applicationId } } } }, orderBy: { proposedAt: 'asc' } });

describe('the fee of an application that is rejected', () => {
  beforeAll(seededHouse);
  afterAll(() => ruled('decide'));

  it('is proposed for refund by the rule of the cycle, once, and not when the decision is undone', async () => {
    await ruled('full');
    const review = await anApplicationUnderReview();
    const { reviewer: actor, applicationId } = review;
    await reject(review, { reasons: ['CONDITIONS_NOT_MET'] });
    const [refund] = await refundsOf(applicationId);
    expect(refund).toMatchObject({ status: 'PROPOSED', reason: 'REVIEW_REJECTED', proposedById: null });
    expect(refund?.amountFen).toBe(refund?.paymentFen);
    await act(reconsiderApplication, { actor, applicationId, ability: 'reconsider', input: { reason: '已补充核实' } });
    expect((await refundsOf(applicationId)).map(({ status }) => status)).toEqual(['WITHDRAWN']);
    await reject(review, { reasons: ['CONDITIONS_NOT_MET'] });
    expect((await refundsOf(applicationId)).map(({ status }) => status).sort()).toEqual(['PROPOSED', 'WITHDRAWN']);
    expect(await checkBooks()).toEqual([]);
  });

  it('stays where the association decides about each one', async () => {
    await ruled('decide');
    const review = await anApplicationUnderReview();
    await reject(review, { reasons: ['CONDITIONS_NOT_MET'] });
    expect(await refundsOf(review.applicationId)).toEqual([]);
  });
});
